import type { Dashboard } from '#contracts/dashboard.ts';

const ARRIVALS = { 'wait-kind': ['arrival-to-seen'] };

/** How long patients wait, where it got longer, and who left before being seen. */
export default {
  code: 'waits',
  weeks: 4,
  basis: 'waits',
  watch: [
    { metrics: ['wait-median'], by: ['site'], where: ARRIVALS },
    { metrics: ['wait-median'], by: ['department'], where: ARRIVALS },
    { metrics: ['left-without-being-seen'], by: ['site'], where: ARRIVALS },
  ],
  panels: [
    {
      kind: 'kpi',
      code: 'headlines',
      width: 12,
      metrics: ['wait-median', 'wait-p95', 'wait-within-target', 'wait-within-promise', 'left-without-being-seen'],
      where: ARRIVALS,
    },
    {
      kind: 'trend',
      code: 'sites',
      width: 8,
      metrics: ['wait-median'],
      grain: 'week',
      by: 'site',
      weeks: 26,
      where: ARRIVALS,
    },
    { kind: 'distribution', code: 'targets', width: 4, metric: 'wait-within-target', by: 'wait-kind' },
    {
      kind: 'heatmap',
      code: 'departments',
      width: 8,
      metric: 'wait-median',
      rows: 'department',
      columns: 'week',
      weeks: 13,
      where: ARRIVALS,
    },
    { kind: 'distribution', code: 'longest', width: 4, metric: 'wait-p95', by: 'department', where: ARRIVALS },
    { kind: 'wait-effect', code: 'cost', width: 12, weeks: 13, where: ARRIVALS },
    {
      kind: 'trend',
      code: 'phone',
      width: 6,
      metrics: ['wait-median'],
      grain: 'week',
      weeks: 26,
      where: { 'wait-kind': ['call-to-answer'] },
    },
    {
      kind: 'distribution',
      code: 'replies',
      width: 6,
      metric: 'wait-median',
      by: 'channel',
      where: { 'wait-kind': ['message-to-reply'] },
    },
  ],
} satisfies Dashboard;
