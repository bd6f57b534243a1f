import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addPairSums, answeredBoth, correlation, countReply, emptyPairSums } from './pair-sums.ts';

const score = fc.option(fc.integer({ min: 1, max: 5 }));
const replies = fc.array(fc.tuple(score, score, score), { maxLength: 40 });

function sumsOf(rows: readonly (readonly (number | null)[])[]) {
  const sums = emptyPairSums(3);
  for (const row of rows) countReply(sums, row);
  return sums;
}

describe('sums over pairs of answers', () => {
  it('count who answered both, and correlate them alone', () => {
    const sums = sumsOf([
      [1, 2, null],
      [2, 4, null],
      [3, 3, 5],
      [null, 1, 5],
    ]);
    expect([answeredBoth(sums, 0, 0), answeredBoth(sums, 1, 0), answeredBoth(sums, 1, 2)]).toEqual([3, 3, 2]);
    expect(correlation(sums, 0, 1)).toBeCloseTo(0.5, 12);
    expect(correlation(sums, 1, 2)).toBeNull();
  });

  it('add up exactly, whichever way replies are cut into weeks', () => {
    fc.assert(
      fc.property(replies, replies, (first, second) => {
        const together = sumsOf(first);
        addPairSums(together, sumsOf(second));
        expect(together).toEqual(sumsOf([...second, ...first]));
      }),
    );
  });

  it('correlate within −1 and 1, or not at all', () => {
    fc.assert(
      fc.property(replies, (rows) => {
        const value = correlation(sumsOf(rows), 0, 1);
        expect(value === null || (value >= -1 && value <= 1)).toBe(true);
      }),
    );
  });
});
