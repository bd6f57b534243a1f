import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addWait, type CountedWait, WAIT_SLOTS } from './wait-counts.ts';
import { waitBinOf } from './wait-histogram.ts';

/** Counts of waits without the histogram, and the bin of the one wait in it. */
function counted(...waits: CountedWait[]): { head: number[]; bins: number[] } {
  const counts: number[] = [];
  for (const wait of waits) addWait(counts, wait, 1);
  const bins = counts.slice(WAIT_SLOTS.bins).flatMap((count, bin) => Array<number>(count).fill(bin));
  return { head: Array.from({ length: WAIT_SLOTS.bins }, (_, slot) => counts[slot] ?? 0), bins };
}

const anyWait: fc.Arbitrary<CountedWait> = fc.record({
  outcome: fc.constantFrom('seen', 'left', 'waiting'),
  waitMinutes: fc.option(fc.double({ min: 0, max: 90_000, noNaN: true })),
  promisedMinutes: fc.option(fc.double({ min: 0, max: 90_000, noNaN: true })),
});

describe('the counts of a wait', () => {
  it.each<[string, CountedWait, number[], number[]]>([
    ['seen', { outcome: 'seen', waitMinutes: 12, promisedMinutes: null }, [1, 1, 0, 0, 0, 0], [waitBinOf(12)]],
    [
      'seen as promised',
      { outcome: 'seen', waitMinutes: 20, promisedMinutes: 20 },
      [1, 1, 0, 0, 1, 1],
      [waitBinOf(20)],
    ],
    ['seen late', { outcome: 'seen', waitMinutes: 20.1, promisedMinutes: 20 }, [1, 1, 0, 0, 1, 0], [waitBinOf(20.1)]],
    ['seen, nobody knows when', { outcome: 'seen', waitMinutes: null, promisedMinutes: 20 }, [1, 1, 0, 0, 0, 0], []],
    [
      'left early: the promise was not tried',
      { outcome: 'left', waitMinutes: 5, promisedMinutes: 20 },
      [1, 0, 1, 0, 0, 0],
      [],
    ],
    [
      'left after the promise had run out',
      { outcome: 'left', waitMinutes: 25, promisedMinutes: 20 },
      [1, 0, 1, 0, 1, 0],
      [],
    ],
    ['still waiting', { outcome: 'waiting', waitMinutes: null, promisedMinutes: 20 }, [1, 0, 0, 1, 0, 0], []],
  ])('%s', (_, wait, head, bins) => {
    expect(counted(wait)).toEqual({ head, bins });
  });

  it('come out again as they went in, in whatever order', () => {
    fc.assert(
      fc.property(fc.array(anyWait, { maxLength: 20 }), (waits) => {
        const counts: number[] = [];
        for (const wait of waits) addWait(counts, wait, 1);
        for (const wait of [...waits].reverse()) addWait(counts, wait, -1);
        expect(counts.every((count) => count === 0)).toBe(true);
      }),
    );
  });

  it('account for every wait once: seen, left or waiting', () => {
    fc.assert(
      fc.property(fc.array(anyWait, { minLength: 1, maxLength: 20 }), (waits) => {
        const [started, seen = 0, left = 0, waiting = 0, promised = 0, within = 0] = counted(...waits).head;
        expect(started).toBe(waits.length);
        expect(seen + left + waiting).toBe(waits.length);
        expect(within).toBeLessThanOrEqual(promised);
      }),
    );
  });
});
