import { type Component, defineAsyncComponent } from 'vue';
import type { Panel } from '#contracts/dashboard.ts';
import type { Ability } from '#domain/role.ts';
import { may } from '../session/session.ts';

/** What a panel kind asks of its reader, besides the numbers; without it the panel is left out. */
const NEEDS: Partial<Record<Panel['kind'], Ability>> = {
  worklist: ['read', 'complaints'],
  comments: ['read', 'words'],
};

/** The panels of a dashboard that the signed-in person may see. */
export function permitted(panels: readonly Panel[]): Panel[] {
  return panels.filter(({ kind }) => {
    const [action, subject] = NEEDS[kind] ?? ['read', 'numbers'];
    return may(action, subject);
  });
}

/** The component of each panel kind, loaded when a page first shows one: charts come with the first chart. */
export const PANEL_KINDS: Record<Panel['kind'], Component> = {
  kpi: defineAsyncComponent(() => import('./kpi/KpiPanel.vue')),
  trend: defineAsyncComponent(() => import('./trend/TrendPanel.vue')),
  heatmap: defineAsyncComponent(() => import('./heatmap/HeatmapPanel.vue')),
  distribution: defineAsyncComponent(() => import('./distribution/DistributionPanel.vue')),
  changes: defineAsyncComponent(() => import('./changes/ChangesPanel.vue')),
  worklist: defineAsyncComponent(() => import('./worklist/WorklistPanel.vue')),
  why: defineAsyncComponent(() => import('./why/WhyPanel.vue')),
  comments: defineAsyncComponent(() => import('./comments/CommentsPanel.vue')),
  drivers: defineAsyncComponent(() => import('./drivers/DriversPanel.vue')),
  'wait-effect': defineAsyncComponent(() => import('./wait-effect/WaitEffectPanel.vue')),
};
