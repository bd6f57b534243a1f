import type { Scale } from '#domain/scale.ts';
import { differenceOfMeans, meanIntervalOfSums, scoreSums, type ScoreSums } from './mean-interval.ts';
import type { Estimate, Metric } from './metric.ts';
import type { PartName } from './part-names.ts';
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

/** Every scale with a mean goes from 1 to 5. */
const SCORES: readonly PartName[] = ['score-1', 'score-2', 'score-3', 'score-4', 'score-5'];

/** A mean of scores on a bounded scale, with Student's t interval and the signal rule. */
export function meanMetric({ scale, firstSlot, ...description }: MeanDescription): Metric {
  const range = scale.max - scale.min;
  const estimateOf = (sums: ScoreSums): Estimate => {
    const found = meanIntervalOfSums(sums, scale);
    if (found === null) return { value: null, n: 0, low: null, high: null };
    return { value: found.mean, n: found.n, low: found.low, high: found.high };
  };
  const scoresOf = (counts: readonly number[]): readonly number[] => counts.slice(firstSlot, firstSlot + range + 1);
  return {
    ...description,
    method: 'student-t95',
    estimate: (counts) => estimateOf(scoreSums(scoresOf(counts), scale)),
    making: {
      formula: '{score-sum} / {scores}',
      partsOf: (counts) => ({
        counts: Object.fromEntries(SCORES.map((name, step) => [name, countAt(scoresOf(counts), step)])),
        places: [],
      }),
      summedUp(counts) {
        const { n, sum, squares } = scoreSums(scoresOf(counts), scale);
        return { counts: { scores: n, 'score-sum': sum, 'score-squares': squares }, places: [] };
      },
      again: ({ counts }) =>
        estimateOf(
          counts.scores === undefined
            ? scoreSums(
                SCORES.map((name) => counts[name] ?? 0),
                scale,
              )
            : { n: counts.scores, sum: counts['score-sum'] ?? 0, squares: counts['score-squares'] ?? 0 },
        ),
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
