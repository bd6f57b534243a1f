import type { ExplanationDto } from '#contracts/explanation.dto.ts';
import type { MetricPointDto } from '#contracts/metric-answer.dto.ts';
import type { Parts } from '#metrics/making.ts';
import type { Metric, MetricContext } from '#metrics/metric.ts';
import { PART_NAMES, type PartName } from '#metrics/part-names.ts';
import { isFew } from './few.ts';

/**
 * The counts behind a point, as far as they may be told: none of a value that is withheld; and where they would say more
 * than value, n and interval do, summed up while one of them is of one to four people.
 */
export function toldParts(
  metric: Metric,
  { withheld }: Pick<MetricPointDto, 'withheld'>,
  counts: readonly number[],
  context: MetricContext,
): Pick<ExplanationDto, 'counts' | 'summedUp' | 'places'> {
  if (withheld !== null) return { counts: null, summedUp: false, places: [] };
  const { making } = metric;
  const whole = making.partsOf(counts, context);
  const summed = Object.values(whole.counts).some(isFew) ? making.summedUp?.(counts) : undefined;
  const parts = summed ?? whole;
  return { counts: named(parts), summedUp: summed !== undefined, places: [...parts.places] };
}

function named({ counts }: Parts): NonNullable<ExplanationDto['counts']> {
  return (Object.entries(counts) as [PartName, number][]).map(([name, count]) => ({
    ...{ name, words: PART_NAMES[name], count },
  }));
}
