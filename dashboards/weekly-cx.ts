import type { Dashboard } from '#contracts/dashboard.ts';

const ARRIVALS = { 'wait-kind': ['arrival-to-seen'] };

/** Monday morning: what changed, where, in whose words, and what is due. */
export default {
  code: 'weekly-cx',
  weeks: 1,
  basis: 'responses',
  watch: [
    { metrics: ['csat'], by: ['site', 'touchpoint'] },
    { metrics: ['csat'], by: ['department', 'touchpoint'] },
    { metrics: ['wait-median'], by: ['site'], where: ARRIVALS },
    { metrics: ['wait-median'], by: ['department'], where: ARRIVALS },
    { metrics: ['complaints-opened'], by: ['subject'] },
    { metrics: ['responses'], by: ['department'] },
  ],
  panels: [
    {
      kind: 'kpi',
      code: 'headlines',
      width: 12,
      metrics: ['csat', 'nps', 'fft-positive', 'wait-median', 'complaints-answered-in-time'],
      where: ARRIVALS,
    },
    { kind: 'changes', code: 'changes', width: 8, rows: 5 },
    { kind: 'worklist', code: 'due', width: 4, view: 'open', rows: 5 },
    {
      kind: 'trend',
      code: 'waits',
      width: 8,
      metrics: ['wait-median'],
      grain: 'week',
      by: 'site',
      weeks: 26,
      where: ARRIVALS,
    },
    { kind: 'comments', code: 'words', width: 4, metric: 'csat', rows: 4 },
    { kind: 'why', code: 'why', width: 12, metric: 'nps', by: ['department', 'channel', 'language'] },
    { kind: 'heatmap', code: 'touchpoints', width: 8, metric: 'csat', rows: 'touchpoint', columns: 'week', weeks: 13 },
    { kind: 'distribution', code: 'departments', width: 4, metric: 'csat', by: 'department' },
    { kind: 'trend', code: 'satisfaction', width: 8, metrics: ['csat'], grain: 'week', weeks: 26 },
    { kind: 'trend', code: 'loyalty', width: 8, metrics: ['nps'], grain: 'week', weeks: 26 },
    {
      kind: 'trend',
      code: 'monthly-counts',
      width: 8,
      metrics: ['fft-counted-positive'],
      grain: 'month',
      weeks: 56,
      onlyIfAny: true,
    },
  ],
} satisfies Dashboard;
