import type { ExplainQueryDto } from '#contracts/explain-query.dto.ts';
import type { MetricsQueryDto } from '#contracts/metrics-query.dto.ts';
import type { Told } from '../ui/told.ts';

/** The question that explains a point, asked the way the point was; undefined where its question is not known. */
export function explainQuestion(
  { metric, from, to, by }: Pick<Told, 'metric' | 'from' | 'to' | 'by'>,
  requests: readonly MetricsQueryDto[],
): ExplainQueryDto | undefined {
  const asked = requests.find(({ metrics }) => metrics.includes(metric));
  if (asked === undefined) return undefined;
  const { grain, where, compare } = asked;
  return { metric, from, to, grain, by: { ...by }, ...(where && { where }), ...(compare && { compare }) };
}
