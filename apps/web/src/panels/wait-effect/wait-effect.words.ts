import type { RelationDto } from '#contracts/metrics-drivers.dto.ts';
import type { Speech } from '../../format/speech.ts';

/** What is said of ten minutes, and in which tone. */
export interface WaitSaying {
  text: string;
  tone: 'concern' | 'improvement' | 'calm' | 'unknown';
}

/** "costs 3 points of CSAT (2 to 4)": only where the interval leaves zero out is anything said to be lost or gained. */
export function waitSaying(relation: RelationDto, minimumResponses: number, speech: Speech): WaitSaying {
  const { value, low, high, withheld, untold, needed } = relation;
  const { say, figures } = speech;
  if (withheld !== null) return { text: say('drivers.wait.hidden', { n: minimumResponses }), tone: 'unknown' };
  if (value === null || low === null || high === null) {
    const text =
      untold === 'too-few' && needed !== null
        ? say('drivers.wait.tooFew', { n: figures.count(needed) })
        : say('drivers.wait.constant');
    return { text, tone: 'unknown' };
  }
  const number = (points: number): string => figures.bare('score', points);
  const interval = (from: number, to: number): string =>
    say('drivers.wait.range', { low: number(from), high: number(to) });
  const points = (count: number): string => say('drivers.wait.points', { n: number(count) }, count);
  if (high < 0) {
    return {
      text: say('drivers.wait.costs', { value: points(-value), interval: interval(-high, -low) }),
      tone: 'concern',
    };
  }
  if (low > 0) {
    return {
      text: say('drivers.wait.brings', { value: points(value), interval: interval(low, high) }),
      tone: 'improvement',
    };
  }
  return { text: say('drivers.wait.none', { interval: interval(low, high) }), tone: 'calm' };
}
