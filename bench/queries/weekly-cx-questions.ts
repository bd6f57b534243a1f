import type { Panel, Watch } from '#contracts/dashboard.ts';
import type { Dimension } from '#contracts/dimension.ts';
import type { MetricsQueryDto } from '#contracts/metrics-query.dto.ts';
import { JOURNEY_CODES } from '#domain/touchpoint.ts';
import { metricOf } from '#metrics/catalogue.ts';
import weeklyCx from '../../dashboards/weekly-cx.ts';
import { TODAY, weeksBack } from './loaded-dates.ts';

const RUN_UP_WEEKS = 26;
const WEEKS_COMPARED = 4;

/** Every question the page of Monday morning asks when it opens: those of its title, then those of its panels. */
export const WEEKLY_CX: readonly MetricsQueryDto[] = [
  asked(1, { metrics: [weeklyCx.basis], grain: 'total' }),
  ...weeklyCx.watch.flatMap(ofWatch),
  ...weeklyCx.panels.flatMap(ofPanel),
].flatMap(byFilters);

type Part = Omit<MetricsQueryDto, 'from' | 'to'>;

function asked(weeks: number, part: Part): MetricsQueryDto {
  return { ...part, from: weeksBack(weeks), to: TODAY };
}

function ofWatch({ metrics, by, where }: Watch): MetricsQueryDto[] {
  return [
    asked(RUN_UP_WEEKS, { metrics, by, where, grain: 'week' }),
    asked(WEEKS_COMPARED, { metrics, by, where, grain: 'total', compare: 'previous' }),
  ];
}

function ofPanel(panel: Panel): MetricsQueryDto[] {
  const { where } = panel;
  switch (panel.kind) {
    case 'kpi':
      return [asked(1, { metrics: panel.metrics, where, grain: 'week', compare: 'previous' })];
    case 'trend':
      return [
        asked(panel.weeks ?? 1, { metrics: panel.metrics, where, grain: panel.grain, by: panel.by && [panel.by] }),
      ];
    case 'heatmap':
      return [asked(panel.weeks ?? 1, { metrics: [panel.metric], where, grain: 'week', by: [panel.rows] })];
    case 'distribution':
      return [asked(1, { metrics: [panel.metric], where, grain: 'week', by: [panel.by], compare: 'previous' })];
    default:
      return [];
  }
}

/** As the page sends them: metrics that know the same filters travel together, and touchpoints are the steps of the journey. */
function byFilters(question: MetricsQueryDto): MetricsQueryDto[] {
  const steps = question.by?.includes('touchpoint') ? { touchpoint: [...JOURNEY_CODES] } : {};
  const where = { ...question.where, ...steps };
  const known = (code: string): [Dimension, string[]][] =>
    (Object.entries(where) as [Dimension, string[]][]).filter(([name]) => metricOf(code)?.dimensions.includes(name));
  const together = Map.groupBy(question.metrics, (code) => JSON.stringify(known(code)));
  return [...together.values()].map((metrics) => {
    const kept = Object.fromEntries(known(metrics[0] ?? ''));
    return { ...question, metrics, where: kept };
  });
}
