import { benjaminiHochberg } from './benjamini-hochberg.ts';
import type { Difference } from './metric.ts';
import type { ChangeVerdict, Direction } from './vocabulary.ts';

/** Of the changes called on one page, at most this share is expected to be false. */
const FALSE_CHANGES = 0.1;

/** A change to be judged: null where no difference can be given, and which way is better. */
export interface CandidateChange {
  difference: Difference | null;
  direction: Direction;
}

/**
 * The word for each of the changes that are looked at together. A change is called only if its 95 % interval excludes
 * zero and its p-value passes Benjamini–Hochberg at q = 0.10 over all of them; give every cell of the answer at once.
 */
export function verdictsOf(changes: readonly CandidateChange[]): ChangeVerdict[] {
  const known = changes.flatMap(({ difference }) => (difference === null ? [] : [difference.pValue]));
  const believed = benjaminiHochberg(known, FALSE_CHANGES);
  let next = 0;
  return changes.map(({ difference, direction }): ChangeVerdict => {
    if (difference === null) return 'too-few';
    const called = believed[next++] === true && (difference.low > 0 || difference.high < 0);
    return called ? wordFor(difference.difference, direction) : 'no-detectable-change';
  });
}

function wordFor(difference: number, direction: Direction): ChangeVerdict {
  if (direction === 'neutral') return difference > 0 ? 'higher' : 'lower';
  return difference > 0 === (direction === 'higher') ? 'better' : 'worse';
}
