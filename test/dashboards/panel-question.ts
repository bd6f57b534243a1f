import type { Dashboard, Panel, Watch } from '#contracts/dashboard.ts';
import type { MetricQuestion } from '../../apps/web/src/api/metric-requests.ts';
import { isOneWeek, type Span, spanOf, stretched } from '../../apps/web/src/filters/period.ts';

/** The dates a dashboard opens with. */
export const openingSpan = ({ weeks }: Dashboard, today: string): Span =>
  spanOf({ kind: 'weeks', weeks, until: null }, today);

/** What a panel of numbers asks when its dashboard opens without filters; undefined for panels that list rows. */
export function questionOf(panel: Panel, span: Span): MetricQuestion | undefined {
  const where = panel.where ?? {};
  const total = isOneWeek(span) ? 'week' : 'total';
  switch (panel.kind) {
    case 'kpi':
      return { metrics: panel.metrics, span, grain: total, where, compare: 'previous' };
    case 'trend':
      return {
        metrics: panel.metrics,
        span: stretched(span, panel.weeks ?? 1),
        grain: panel.grain,
        by: panel.by ? [panel.by] : [],
        where,
      };
    case 'heatmap':
      return panel.columns === 'week'
        ? { metrics: [panel.metric], span: stretched(span, panel.weeks ?? 1), grain: 'week', by: [panel.rows], where }
        : { metrics: [panel.metric], span, grain: 'total', by: [panel.rows, panel.columns], where };
    case 'distribution':
      return { metrics: [panel.metric], span, grain: total, by: [panel.by], where, compare: 'previous' };
    default:
      return undefined;
  }
}

/** What a title looks through: the weeks before, and the period against the one before it. */
export const questionsOf = ({ metrics, by, where = {} }: Watch, span: Span): MetricQuestion[] => [
  { metrics, by, where, span: stretched(span, 26), grain: 'week' },
  { metrics, by, where, span, grain: 'total', compare: 'previous' },
];
