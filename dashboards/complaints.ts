import type { Dashboard } from '#contracts/dashboard.ts';

/** What patients complain about, and whether the loop is closed in time. */
export default {
  code: 'complaints',
  weeks: 13,
  basis: 'complaints-opened',
  watch: [
    { metrics: ['complaints-opened'], by: ['subject'] },
    { metrics: ['complaints-opened'], by: ['department'] },
    { metrics: ['complaints-answered-in-time'], by: ['site'] },
  ],
  panels: [
    {
      kind: 'kpi',
      code: 'headlines',
      width: 12,
      metrics: [
        'complaints-opened',
        'complaints-open',
        'complaints-closed',
        'complaints-acknowledged-in-time',
        'complaints-answered-in-time',
      ],
    },
    { kind: 'trend', code: 'opened', width: 8, metrics: ['complaints-opened'], grain: 'week', weeks: 26 },
    { kind: 'worklist', code: 'overdue', width: 4, view: 'overdue', rows: 5 },
    {
      kind: 'heatmap',
      code: 'subjects',
      width: 8,
      metric: 'complaints-opened',
      rows: 'subject',
      columns: 'week',
      weeks: 13,
    },
    { kind: 'distribution', code: 'departments', width: 4, metric: 'complaints-opened', by: 'department' },
    { kind: 'trend', code: 'answered', width: 6, metrics: ['complaints-answered-in-time'], grain: 'month', weeks: 52 },
    {
      kind: 'distribution',
      code: 'answered-by-department',
      width: 6,
      metric: 'complaints-answered-in-time',
      by: 'department',
    },
  ],
} satisfies Dashboard;
