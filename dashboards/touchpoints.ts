import type { Dashboard } from '#contracts/dashboard.ts';

/** Which step of the visit hurts, in which department, and since when. */
export default {
  code: 'touchpoints',
  weeks: 13,
  basis: 'responses',
  watch: [
    { metrics: ['csat'], by: ['site', 'touchpoint'] },
    { metrics: ['csat'], by: ['department', 'touchpoint'] },
  ],
  panels: [
    {
      kind: 'kpi',
      code: 'headlines',
      width: 12,
      metrics: ['csat', 'top-box', 'mean-score', 'effort', 'responses'],
    },
    { kind: 'heatmap', code: 'weeks', width: 12, metric: 'csat', rows: 'touchpoint', columns: 'week', weeks: 13 },
    { kind: 'heatmap', code: 'departments', width: 12, metric: 'csat', rows: 'department', columns: 'touchpoint' },
    { kind: 'drivers', code: 'drivers', width: 8 },
    { kind: 'wait-effect', code: 'waiting', width: 4, weeks: 13 },
    {
      kind: 'why',
      code: 'why',
      width: 12,
      metric: 'csat',
      by: ['department', 'touchpoint', 'channel', 'language'],
    },
    { kind: 'distribution', code: 'journey', width: 6, metric: 'csat', by: 'touchpoint' },
    { kind: 'distribution', code: 'channels', width: 6, metric: 'csat', by: 'channel' },
    { kind: 'trend', code: 'satisfaction', width: 7, metrics: ['csat'], grain: 'week', weeks: 26 },
    { kind: 'comments', code: 'words', width: 5, metric: 'csat', rows: 6 },
  ],
} satisfies Dashboard;
