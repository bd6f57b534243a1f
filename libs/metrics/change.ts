import { benjaminiHochberg } from './benjamini-hochberg.ts';
import { FALSE_CHANGES } from './false-alarms.ts';
import type { Difference } from './metric.ts';
import { reachOf } from './more-replies.ts';
import type { ChangeVerdict, Direction, Unit } from './vocabulary.ts';

/** A change to be judged: null where no difference can be given, in which unit, and which way is better. */
export interface CandidateChange {
  difference: Pick<Difference, 'difference' | 'low' | 'high' | 'pValue'> | null;
  direction: Direction;
  unit: Unit;
}

/**
 * How far an interval may reach to either side before "no detectable change" would say too much: 15 in 100 of the scale.
 * Waits and counts have no scale, so that only a missing interval is too few there.
 */
const WIDEST: Partial<Record<Unit, number>> = { percent: 15, points: 30, score: 0.6, stars: 0.6 };

/**
 * The word for each of the changes that are looked at together. A change is called only if its 95 % interval excludes
 * zero and its p-value passes Benjamini–Hochberg at q = 0.10 over all of them; give every cell of the answer at once.
 * What is not called is "no detectable change" where the interval is narrow enough to mean it, else "too few to tell".
 */
export function verdictsOf(changes: readonly CandidateChange[]): ChangeVerdict[] {
  const known = changes.flatMap(({ difference }) => (difference === null ? [] : [difference.pValue]));
  const believed = benjaminiHochberg(known, FALSE_CHANGES);
  let next = 0;
  return changes.map(({ difference, direction, unit }): ChangeVerdict => {
    if (difference === null) return 'too-few';
    const called = believed[next++] === true && (difference.low > 0 || difference.high < 0);
    if (called) return wordFor(difference.difference, direction);
    return reachOf(difference) > (WIDEST[unit] ?? Infinity) ? 'too-few' : 'no-detectable-change';
  });
}

function wordFor(difference: number, direction: Direction): ChangeVerdict {
  if (direction === 'neutral') return difference > 0 ? 'higher' : 'lower';
  return difference > 0 === (direction === 'higher') ? 'better' : 'worse';
}
