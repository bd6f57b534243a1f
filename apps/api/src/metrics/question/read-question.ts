import { BadRequestException } from '@nestjs/common';
import type { Dimension } from '#contracts/dimension.ts';
import type { MetricsQueryDto } from '#contracts/metrics-query.dto.ts';
import { periodsBetween } from '#domain/grain.ts';
import { metricOf, METRICS } from '#metrics/catalogue.ts';
import type { Metric } from '#metrics/metric.ts';
import { listOf, quoted } from './asked-values.ts';
import { readFilter } from './filter.ts';
import type { OrganisationView } from './organisation-view.ts';
import type { Question } from './question.ts';
import { spanTroubles } from './span-rules.ts';

/** Understands a question whose form has been checked, or refuses it with everything that is wrong with it. */
export function readQuestion(asked: MetricsQueryDto, organisation: OrganisationView, today: string): Question {
  const by = asked.by ?? [];
  const metrics = asked.metrics.map((code) => metricOf(code) ?? code);
  const known = metrics.filter((metric) => typeof metric !== 'string');
  const { filter, troubles } = readFilter(asked.where, organisation);
  const all = [
    ...metrics.filter((metric) => typeof metric === 'string').map((code) => unknownMetric('metrics', code)),
    ...spanTroubles(asked),
    ...known.flatMap((metric) => dimensionTroubles(metric, by, asked.where)),
    ...troubles,
    ...known.flatMap((metric) => touchpointTroubles(metric, filter.touchpoints)),
  ];
  if (all.length > 0) throw new BadRequestException(all);
  const periods = periodsBetween(asked.from, asked.to, asked.grain);
  return {
    metrics: known,
    grain: asked.grain,
    periods,
    by,
    where: asked.where ?? {},
    filter,
    compare: asked.compare ?? null,
    today,
    organisation,
  };
}

export function unknownMetric(field: string, code: string): string {
  return `${field}: ${quoted(code)} is not a metric; use one of ${listOf(METRICS.map((metric) => metric.code))}`;
}

/** Dimensions that exist, but not for this metric. Words that are no dimension at all are told by the filter. */
export function dimensionTroubles(metric: Metric, by: readonly Dimension[], where: object | undefined): string[] {
  const lacks = (dimension: string): boolean => !metric.dimensions.includes(dimension);
  const tell = (field: string, dimension: string): string =>
    `${field}: ${dimension} is not a dimension of ${metric.code}; it has ${listOf(metric.dimensions)}`;
  return [
    ...by.filter(lacks).map((dimension) => tell('by', dimension)),
    ...Object.keys(where ?? {})
      .filter((dimension) => KNOWN.has(dimension) && lacks(dimension))
      .map((dimension) => tell('where', dimension)),
  ];
}

const KNOWN = new Set(METRICS.flatMap((metric) => metric.dimensions));

/** A complaint may concern no touchpoint; a score always stands at one. */
export function touchpointTroubles({ code, facts }: Metric, touchpoints: readonly number[] | null): string[] {
  return facts === 'survey-responses' && touchpoints?.includes(0) === true
    ? [`where.touchpoint: "unknown" does not apply to ${code}, only to complaints`]
    : [];
}
