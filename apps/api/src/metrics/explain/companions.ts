import type { Dimension } from '#contracts/dimension.ts';
import type { MetricsQueryDto } from '#contracts/metrics-query.dto.ts';
import { metricOf } from '#metrics/catalogue.ts';
import type { Metric, MetricFacts } from '#metrics/metric.ts';

/** The metrics that tell how many records a number leaves out, by the kind of record. */
const COMPANIONS: Partial<Record<MetricFacts, readonly string[]>> = {
  'survey-responses': ['responses'],
  waits: ['waits', 'left-without-being-seen'],
  reviews: ['reviews'],
};

/**
 * The question that tells how many records there are beside those a number rests on, asked as anybody may ask it; null
 * where nothing can be left out. A score at a touchpoint leaves out who gave none there, of all who answered; of scores
 * at several touchpoints together that is no number of people.
 */
export function companionQuestion(metric: Metric, asked: MetricsQueryDto): MetricsQueryDto | null {
  const codes = (COMPANIONS[metric.facts] ?? []).filter((code) => code !== metric.code);
  const { touchpoint, ...others } = asked.where ?? {};
  const by = asked.by?.filter((dimension) => dimension !== 'touchpoint') ?? [];
  const several = touchpoint !== undefined && touchpoint.length > 1 && asked.by?.includes('touchpoint') !== true;
  if (codes.length === 0 || several) return null;
  const knowsAll = codes.every((code) =>
    [...by, ...(Object.keys(others) as Dimension[])].every((name) => metricOf(code)?.dimensions.includes(name)),
  );
  if (!knowsAll) return null;
  const { from, to, grain } = asked;
  return { metrics: codes, from, to, grain, by, where: others };
}
