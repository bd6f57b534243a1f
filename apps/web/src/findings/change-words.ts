import type { ChangeDto, MetricPointDto } from '#contracts/metric-answer.dto.ts';
import type { Unit } from '#metrics/vocabulary.ts';
import type { Speech } from '../format/speech.ts';
import { type Tone, toneOf, toneOfVerdict } from './change.ts';

/** What is said of a value beneath it, and whether it is said in the colour of a signal. */
export interface Saying {
  text: string;
  tone: Tone | 'calm';
}

/**
 * The word for a point's change: what the signal rule marked first, then what a comparison found with the interval of
 * the difference, else that no change can be told from chance.
 */
export function sayingOf(unit: Unit, point: MetricPointDto, { say, figures }: Speech): Saying {
  const tone = toneOf(point.signal);
  if (tone && point.limits && point.value !== null) {
    const side = sideOf(point.value, point.limits);
    return { tone, text: say(`panels.change.${side}`, { value: figures.value(unit, point.limits.centre) }) };
  }
  const { change } = point;
  if (!change)
    return { tone: 'calm', text: say(point.signal === null ? 'panels.change.uncompared' : 'panels.change.none') };
  if (change.verdict === 'too-few' || change.difference === null)
    return { tone: 'calm', text: tooFewWords(unit, change.moreReplies, { say, figures }) };
  const found = toneOfVerdict(change.verdict);
  if (!found) return { tone: 'calm', text: say('panels.change.none') };
  return {
    tone: found,
    text: say(change.difference > 0 ? 'panels.change.up' : 'panels.change.down', {
      by: differenceWords(unit, change, { say, figures }),
    }),
  };
}

/** Where a week marked as a signal lies: within its own limits it is the weeks before it, together, that stand out. */
export function sideOf(
  value: number,
  { lower, upper }: NonNullable<MetricPointDto['limits']>,
): 'above' | 'below' | 'lately' {
  if (upper !== null && value > upper) return 'above';
  return lower !== null && value < lower ? 'below' : 'lately';
}

/** That there are too few to tell, and how many more would tell a difference worth telling. */
export function tooFewWords(
  unit: Unit,
  more: ChangeDto['moreReplies'],
  speech: Pick<Speech, 'say' | 'figures'>,
): string {
  if (more === null || more.replies === 0) return speech.say('panels.change.tooFew');
  return speech.say('panels.change.wouldTell', {
    n: speech.figures.count(more.replies),
    by: differenceWords(unit, { difference: more.difference, low: null, high: null }, speech),
  });
}

/** `3.1 points (1.2 – 5.0)`: how far two values lie apart, without sign, with its interval. */
export function differenceWords(
  unit: Unit,
  { difference, low, high }: { difference: number | null; low: number | null; high: number | null },
  { say, figures }: Pick<Speech, 'say' | 'figures'>,
): string {
  const size = Math.abs(difference ?? 0);
  const inPoints = unit === 'percent' || unit === 'points';
  const amount = inPoints
    ? say('panels.points', { n: figures.bare(unit, size) }, Math.round(size))
    : figures.value(unit, size);
  if (low === null || high === null) return amount;
  const ends = (difference ?? 0) < 0 ? ([-high, -low] as const) : ([low, high] as const);
  return `${amount} (${figures.range(unit, ...ends)})`;
}
