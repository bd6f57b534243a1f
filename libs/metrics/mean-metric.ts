import type { Scale } from '#domain/scale.ts';
import { differenceOfMeans, meanInterval } from './mean-interval.ts';
import type { Metric } from './metric.ts';
import { countAt } from './slot-count.ts';

/** What a metric that is a mean of scores has to say of itself. */
export interface MeanDescription extends Pick<
  Metric,
  'code' | 'name' | 'meaning' | 'source' | 'facts' | 'family' | 'unit' | 'direction' | 'dimensions' | 'withholdSmall'
> {
  scale: Scale;
  /** Slot of the lowest score in the family's counts; the others follow it. */
  firstSlot: number;
}

/** A mean of scores on a bounded scale, with Student's t interval and the signal rule. */
export function meanMetric({ scale, firstSlot, ...description }: MeanDescription): Metric {
  const range = scale.max - scale.min;
  const scoresOf = (counts: readonly number[]): readonly number[] => counts.slice(firstSlot, firstSlot + range + 1);
  return {
    ...description,
    method: 'student-t95',
    estimate(counts) {
      const found = meanInterval(scoresOf(counts), scale);
      if (found === null) return { value: null, n: 0, low: null, high: null };
      return { value: found.mean, n: found.n, low: found.low, high: found.high };
    },
    difference: (now, then) => differenceOfMeans(scoresOf(now), scoresOf(then), scale),
    signal: () => ({
      halfBelievedAt: 100,
      read(counts) {
        const total = { x: 0, n: 0, squares: 0 };
        for (let step = 0; step <= range; step += 1) {
          const count = countAt(counts, firstSlot + step);
          total.n += count;
          total.x += count * (step / range);
          total.squares += count * (step / range) ** 2;
        }
        return total;
      },
      inUnit: (share) => scale.min + range * share,
    }),
  };
}
