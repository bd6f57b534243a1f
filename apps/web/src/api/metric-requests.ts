import type { Comparison, Dimension, Where } from '#contracts/dimension.ts';
import type { MetricCatalogueDto, MetricDescriptionDto } from '#contracts/metric-catalogue.dto.ts';
import type { OrganisationDto } from '#contracts/organisation.dto.ts';
import type { MetricsQueryDto } from '#contracts/metrics-query.dto.ts';
import type { Grain } from '#domain/grain.ts';
import type { Span } from '../filters/period.ts';

/** What a panel wants to know, whether or not every metric of it knows every filter. */
export interface MetricQuestion {
  metrics: readonly string[];
  span: Span;
  grain: Grain;
  by?: readonly Dimension[];
  where: Where;
  compare?: Comparison | null;
}

/**
 * The requests that answer a question: metrics that know the same filters travel together, and a filter that a metric
 * does not know (a channel of a review) is left out of its request. Metrics that cannot be broken down as asked are not
 * asked for.
 */
export function requestsOf(question: MetricQuestion, { metrics }: MetricCatalogueDto): MetricsQueryDto[] {
  const by = question.by ?? [];
  const requests = new Map<string, MetricsQueryDto>();
  for (const code of question.metrics) {
    const metric = metrics.find((known) => known.code === code);
    if (metric === undefined || !by.every((dimension) => metric.dimensions.includes(dimension))) continue;
    const where = applicable(question.where, metric);
    const key = JSON.stringify(where);
    const request = requests.get(key) ?? requestFor(question, where);
    request.metrics.push(code);
    requests.set(key, request);
  }
  return [...requests.values()];
}

/**
 * The question about the steps of the journey alone: broken down by touchpoint without a filter, the finer points under
 * each step would be counted beside the step itself.
 */
export function alongJourney(question: MetricQuestion, { touchpoints }: OrganisationDto): MetricQuestion {
  if (!question.by?.includes('touchpoint') || question.where.touchpoint) return question;
  const steps = touchpoints.filter(({ parent, active }) => parent === null && active).map(({ code }) => code);
  return { ...question, where: { ...question.where, touchpoint: steps } };
}

/** Filters that are set but that none of the metrics knows, so that a panel can say that they do not narrow it. */
export function ignoredFilters(metrics: readonly string[], where: Where, catalogue: MetricCatalogueDto): Dimension[] {
  const asked = catalogue.metrics.filter(({ code }) => metrics.includes(code));
  const set = Object.keys(where) as Dimension[];
  return set.filter((dimension) => asked.length > 0 && asked.every((metric) => !metric.dimensions.includes(dimension)));
}

function requestFor({ span, grain, by, compare }: MetricQuestion, where: Where): MetricsQueryDto {
  return {
    metrics: [],
    from: span.from,
    to: span.to,
    grain,
    ...(by && by.length > 0 ? { by: [...by] } : {}),
    ...(Object.keys(where).length > 0 ? { where } : {}),
    ...(compare ? { compare } : {}),
  };
}

/** The filters that a metric knows. */
export function applicable(where: Where, metric: MetricDescriptionDto): Where {
  const known = Object.entries(where) as [Dimension, string[]][];
  return Object.fromEntries(known.filter(([dimension]) => metric.dimensions.includes(dimension)));
}
