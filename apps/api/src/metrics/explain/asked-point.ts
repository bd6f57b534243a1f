import { BadRequestException } from '@nestjs/common';
import { type Dimension, DIMENSIONS } from '#contracts/dimension.ts';
import type { ExplainQueryDto } from '#contracts/explain-query.dto.ts';
import type { MetricsAnswerDto, MetricPointDto } from '#contracts/metric-answer.dto.ts';
import type { MetricsQueryDto } from '#contracts/metrics-query.dto.ts';
import { listOf, quoted } from '../question/asked-values.ts';

const MOST_DIMENSIONS = 2;

/** The question whose answer holds the point, once the codes of its group have the form of codes. */
export function questionOfPoint({ metric, by = {}, ...rest }: ExplainQueryDto): MetricsQueryDto {
  const troubles = Object.entries(by as Record<string, unknown>).flatMap(([name, code]) => {
    if (!isDimension(name)) return [`by: ${quoted(name)} is not a dimension; use one of ${listOf(DIMENSIONS)}`];
    return typeof code === 'string' ? [] : [`by.${name} must be one code, such as "a"`];
  });
  if (Object.keys(by).length > MOST_DIMENSIONS) troubles.push('by may name at most two dimensions');
  if (troubles.length > 0) throw new BadRequestException(troubles);
  return { ...rest, metrics: [metric], by: Object.keys(by) as Dimension[] };
}

/** The point of a group, of an answer to one metric and one period; undefined where there is none. */
export function pointOf(
  { answers }: MetricsAnswerDto,
  metric: string,
  by: Readonly<Record<string, string>>,
): MetricPointDto | undefined {
  const points = answers.find((answer) => answer.metric === metric)?.points;
  return points?.find((point) => Object.entries(by).every(([dimension, code]) => point.by[dimension] === code));
}

function isDimension(name: string): name is Dimension {
  return (DIMENSIONS as readonly string[]).includes(name);
}
