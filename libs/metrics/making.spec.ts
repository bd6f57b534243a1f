import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { METRICS, metricOf } from './catalogue.ts';
import type { Parts } from './making.ts';
import { inWords } from './part-names.ts';
import { SLOTS_OF_FAMILY } from './count-family.ts';
import { WAIT_BIN_COUNT } from './wait-histogram.ts';

/** Counts of any cell, long enough for the longest family. */
const COUNTS = fc.array(fc.oneof(fc.constant(0), fc.nat(40)), { maxLength: WAIT_BIN_COUNT + 6 });
const CONTEXT = { targetMinutes: 30 };

const made = (code: string, counts: readonly number[]) => metricOf(code)?.making.partsOf(counts, CONTEXT);

it.each(METRICS)('$code is the same again from its parts, through JSON', ({ family, estimate, making }) => {
  fc.assert(
    fc.property(COUNTS, (all) => {
      const counts = all.slice(0, SLOTS_OF_FAMILY[family].length ?? all.length);
      const whole = estimate(counts, CONTEXT);
      for (const parts of [making.partsOf(counts, CONTEXT), making.summedUp?.(counts)]) {
        if (parts === undefined) continue;
        const again = making.again(JSON.parse(JSON.stringify(parts)) as Parts);
        expect(again.n).toBe(whole.n);
        for (const end of ['value', 'low', 'high'] as const) {
          if (whole[end] === null) expect(again[end]).toBeNull();
          else expect(again[end]).toBeCloseTo(whole[end], 9);
        }
      }
    }),
    { seed: 7, numRuns: 60 },
  );
});

it.each(METRICS)('$code names in its formula what it is made of', ({ making }) => {
  const named = [...making.formula.matchAll(/\{([\w-]+)\}/g)].map(([, name = '']) => name).sort();
  const parts = making.summedUp?.([]) ?? making.partsOf([], {});
  expect(Object.keys(parts.counts)).toEqual(expect.arrayContaining(named));
  expect(inWords(making.formula)).not.toContain('{');
});

it('tells how many are satisfied among how many', () => {
  expect(made('csat', [3, 4, 10, 40, 47])).toEqual({ counts: { satisfied: 87, answered: 104 }, places: [] });
  expect(inWords(metricOf('csat')?.making.formula ?? '')).toBe('100 · answers 4 or 5 / answers 1–5');
});

it('tells promoters, passives and detractors', () => {
  expect(made('nps', [1, 0, 0, 0, 0, 0, 2, 0, 3, 0, 5])?.counts).toEqual({ detractors: 3, passives: 3, promoters: 5 });
});

it('reads a percentile from a few waits, and sees when their number is another', () => {
  const bins = Array.from({ length: 80 }, () => 1);
  const parts = made('wait-median', [0, 0, 0, 0, 0, 0, ...bins]);
  expect(parts?.counts).toEqual({ seen: 80 });
  expect(parts?.places.map(({ rank }) => rank)).toEqual([31, 40, 41, 50]);
  const median = metricOf('wait-median');
  const [told, other] = [80, 60].map((seen) => median?.making.again({ counts: { seen }, places: parts?.places ?? [] }));
  expect(told?.value).not.toBe(other?.value);
});
