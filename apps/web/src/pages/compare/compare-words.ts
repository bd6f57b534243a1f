import type { ComparedMetricDto } from '#contracts/metrics-compare.dto.ts';
import { differenceWords, type Saying, tooFewWords } from '../../findings/change-words.ts';
import { toneOfVerdict } from '../../findings/change.ts';
import type { Speech } from '../../format/speech.ts';

/** What is said of two sides, by the names `a` and `b`: the finding first, with the interval that makes it one. */
export function comparedSaying(
  { unit, difference, a: sideA, b: sideB }: ComparedMetricDto,
  names: { a: string; b: string },
  speech: Pick<Speech, 'say' | 'figures'>,
): Saying {
  const { say, figures } = speech;
  const { value, low, high, verdict } = difference;
  if (sideA.withheld !== null || sideB.withheld !== null) return { tone: 'calm', text: say('compare.withheld') };
  if (value === null) return { tone: 'calm', text: say('compare.silent') };
  if (verdict === 'too-few') return { tone: 'calm', text: tooFewWords(unit, difference.moreReplies, speech) };
  const tone = toneOfVerdict(verdict);
  if (!tone) {
    const bounded = low !== null && high !== null;
    return {
      tone: 'calm',
      text: bounded ? say('compare.none', { range: figures.range(unit, low, high) }) : say('compare.same'),
    };
  }
  const by = differenceWords(unit, { difference: value, low, high }, speech);
  const named = { ...names, by };
  const moved = value > 0 ? say('compare.above', named) : say('compare.below', named);
  const judged = tone === 'neutral' ? '' : ` ${say(`compare.tone.${tone}`)}`;
  return { tone, text: `${moved}${judged}` };
}

/** Differences of percentages are points; they are written with their sign. */
export function differenceRow(
  { unit, difference: { value, low, high } }: ComparedMetricDto,
  { figures }: Pick<Speech, 'figures'>,
): { value: string; interval: string } {
  return {
    value: value === null ? figures.count(null) : figures.difference(unit, value),
    interval: low === null || high === null ? '' : figures.range(unit, low, high),
  };
}
