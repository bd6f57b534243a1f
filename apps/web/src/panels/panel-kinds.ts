import { type Component, defineAsyncComponent } from 'vue';
import type { Panel } from '#contracts/dashboard.ts';

/** The component of each panel kind, loaded when a page first shows one: charts come with the first chart. */
export const PANEL_KINDS: Record<Panel['kind'], Component> = {
  kpi: defineAsyncComponent(() => import('./kpi/KpiPanel.vue')),
  trend: defineAsyncComponent(() => import('./trend/TrendPanel.vue')),
  heatmap: defineAsyncComponent(() => import('./heatmap/HeatmapPanel.vue')),
  distribution: defineAsyncComponent(() => import('./distribution/DistributionPanel.vue')),
  changes: defineAsyncComponent(() => import('./changes/ChangesPanel.vue')),
  worklist: defineAsyncComponent(() => import('./worklist/WorklistPanel.vue')),
  comments: defineAsyncComponent(() => import('./comments/CommentsPanel.vue')),
};
