import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { METRICS, metricOf } from './catalogue.ts';
import type { Metric, MetricContext } from './metric.ts';

const CODES = [
  'responses', 'csat', 'top-box', 'mean-score', 'nps', 'fft-positive', 'fft-negative', 'effort',
  'waits', 'wait-median', 'wait-p90', 'wait-p95', 'wait-within-target', 'wait-within-promise', 'left-without-being-seen',
  'complaints-opened', 'complaints-open', 'complaints-closed', 'complaints-acknowledged-in-time', 'complaints-answered-in-time',
  'reviews', 'review-rating', 'review-positive', 'review-replied',
  'fft-counted', 'fft-counted-positive', 'fft-counted-negative', 'fft-response-rate',
]; // prettier-ignore

/** Ends of the scale a value and its interval stay on. */
const SCALE: Record<Metric['unit'], [number, number]> = {
  percent: [0, 100],
  points: [-100, 100],
  minutes: [0, 86_400],
  count: [0, Infinity],
  score: [1, 5],
  stars: [1, 5],
};

const TARGET: MetricContext = { targetMinutes: 30 };
/** Counts as a cell may hold them: ended early, empty, huge, even damaged; whether they fit together is not the formula's business. */
const counts = fc.oneof(
  fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 60 }),
  fc.array(fc.integer({ min: 0, max: 2_000_000 }), { maxLength: 420 }),
  fc.array(fc.constant(0), { maxLength: 12 }),
  fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 60 }),
);

function metric(code: string): Metric {
  const found = metricOf(code);
  if (found === undefined) throw new Error(`no metric ${code}`);
  return found;
}

describe('the catalogue', () => {
  it('holds each metric once, under its code', () => {
    expect(METRICS.map(({ code }) => code)).toEqual(CODES);
    expect(METRICS.map(({ code }) => metricOf(code))).toEqual(METRICS);
    expect(metricOf('happiness')).toBeUndefined();
  });

  it.each(METRICS.map((each) => [each.code, each] as const))(
    '%s says what it means and where it comes from',
    (_, each) => {
      expect(each.meaning).toMatch(/^[A-Z].{30,}\.$/s);
      expect(each.source.length).toBeGreaterThan(5);
      expect(each.dimensions).toContain('department');
      expect(new Set(each.dimensions).size).toBe(each.dimensions.length);
    },
  );
});

describe.each(METRICS.map((each) => [each.code, each] as const))('%s', (_, each) => {
  const [least, most] = SCALE[each.unit];

  it('is a number within its interval and on its scale, or null when nobody answered', () => {
    fc.assert(
      fc.property(counts, (seen) => {
        const { value, n, low, high } = each.estimate(seen, TARGET);
        expect(n).toBeGreaterThanOrEqual(0);
        if (value === null) {
          expect([n, low, high]).toEqual([0, null, null]);
          return;
        }
        expect(value).toBeGreaterThanOrEqual(least);
        expect(value).toBeLessThanOrEqual(most);
        if (each.method === 'exact') expect([low, high]).toEqual([null, null]);
        else expect(low).not.toBeNull();
        if (low !== null) {
          expect(low).toBeGreaterThanOrEqual(least);
          expect(low).toBeLessThanOrEqual(value);
        }
        if (high !== null) {
          expect(high).toBeGreaterThanOrEqual(value);
          expect(high).toBeLessThanOrEqual(most);
        }
      }),
    );
  });

  it('gives a difference with interval and p-value, or none', () => {
    fc.assert(
      fc.property(counts, counts, (now, then) => {
        const found = each.difference(now, then, TARGET);
        if (found === null) return;
        const { difference, low, high, pValue } = found;
        expect(low).toBeLessThanOrEqual(difference);
        expect(high).toBeGreaterThanOrEqual(difference);
        expect(pValue).toBeGreaterThanOrEqual(0);
        expect(pValue).toBeLessThanOrEqual(1);
        if (pValue < 0.0499) expect(low > 0 || high < 0).toBe(true);
        if (each.cumulative === true) return;
        const [valueNow, valueThen] = [each.estimate(now, TARGET).value, each.estimate(then, TARGET).value];
        expect(difference).toBeCloseTo((valueNow ?? NaN) - (valueThen ?? NaN), 6);
      }),
    );
  });

  it('sees no change between equal weeks', () => {
    fc.assert(
      fc.property(counts, (seen) => {
        const found = each.difference(seen, seen, TARGET);
        if (found === null) return;
        expect(found.difference).toBeCloseTo(0, 12);
        expect(found.pValue).toBeCloseTo(1, 9);
      }),
    );
  });

  it('is read by the signal rule as successes of its n, and written back on its scale', () => {
    fc.assert(
      fc.property(counts, counts, fc.double({ min: 0, max: 1, noNaN: true }), (past, now, share) => {
        const reading = each.signal?.(past, TARGET) ?? null;
        if (reading === null) return;
        const { x, n, squares } = reading.read(now);
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(n);
        expect(squares).toBeLessThanOrEqual(x + 1e-6);
        expect(n).toBe(each.estimate(now, TARGET).n);
        const written = reading.inUnit(share);
        expect(written).toBeGreaterThanOrEqual(least);
        expect(written).toBeLessThanOrEqual(most);
      }),
    );
  });
});

describe('what counts', () => {
  /** Counts with some slots set. */
  const at = (slots: Record<number, number>): number[] => {
    const found: number[] = [];
    for (const [slot, count] of Object.entries(slots)) {
      while (found.length <= Number(slot)) found.push(0);
      found[Number(slot)] = count;
    }
    return found;
  };

  it.each<[string, number[], number | null, number]>([
    ['responses', [412, 33], 412, 412],
    ['csat', [2, 3, 5, 40, 50], 90, 100],
    ['csat', [0, 0, 0, 0], null, 0],
    ['top-box', [2, 3, 5, 40, 50], 50, 100],
    ['mean-score', [2, 3, 5, 40, 50], 4.33, 100],
    ['nps', [0, 0, 0, 0, 0, 0, 20, 15, 15, 25, 25], 30, 100],
    ['nps', [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], (100 * (2 - 7)) / 11, 11],
    ['fft-positive', [60, 20, 5, 4, 1, 10], 80, 100],
    ['fft-negative', [60, 20, 5, 4, 1, 10], 5, 100],
    ['effort', [1, 1, 1, 1, 1, 2, 3], 50, 10],
    ['waits', [50, 40, 4, 6], 50, 50],
    ['left-without-being-seen', [50, 40, 4, 6], 8, 50],
    ['wait-within-promise', [50, 40, 4, 6, 20, 15], 75, 20],
    ['complaints-opened', [7, 3, 1], 7, 7],
    ['complaints-open', [7, 3, 1], 5, 5],
    ['complaints-closed', [7, 3, 1], 3, 3],
    ['complaints-acknowledged-in-time', at({ 3: 20, 4: 19 }), 95, 20],
    ['complaints-answered-in-time', at({ 5: 8, 6: 6 }), 75, 8],
    ['reviews', [12, 1, 0, 1, 2, 4, 3, 1], 12, 12],
    ['review-rating', [12, 1, 0, 1, 2, 4, 3, 1], 4, 8],
    ['review-positive', [12, 1, 0, 1, 2, 4, 3, 1], 75, 8],
    ['review-replied', at({ 0: 12, 9: 9 }), 75, 12],
    ['fft-counted', [60, 20, 5, 4, 1, 10, 90, 300], 100, 100],
    ['fft-counted-positive', [60, 20, 5, 4, 1, 10, 90, 300], 80, 100],
    ['fft-counted-negative', [60, 20, 5, 4, 1, 10, 90, 300], 5, 100],
    ['fft-response-rate', [60, 20, 5, 4, 1, 10, 90, 300], 30, 300],
  ])('%s of %p', (code, seen, value, n) => {
    const found = metric(code).estimate(seen, {});
    expect(found.n).toBe(n);
    if (value === null) expect(found.value).toBeNull();
    else expect(found.value).toBeCloseTo(value, 9);
  });

  it.each<[string, number[], number[], number, number, number]>([
    ['csat', [], [1, 1, 1, 4, 3], 7, 10, 7],
    ['mean-score', [], [1, 1, 1, 1, 1], 2.5, 5, 1.875],
    ['nps', [], [1, 0, 0, 0, 0, 0, 1, 2, 2, 3, 1], 6, 10, 5],
    ['left-without-being-seen', [], [50, 40, 4, 6], 4, 50, 4],
    // The median of the baseline lies in the second of the three bins; only the third is beyond it.
    ['wait-median', at({ 50: 2, 60: 3, 70: 2 }), at({ 50: 1, 60: 4, 70: 6 }), 6, 11, 6],
  ])('%s, after a baseline of %p, reads %p', (code, past, now, x, n, squares) => {
    expect(metric(code).signal?.(past, {})?.read(now)).toEqual({ x, n, squares });
  });

  it('what stands open changed by what came and went, not by all that ever did', () => {
    const found = metric('complaints-open').difference([1040, 1000, 15], [1020, 1000, 10], {});
    expect(found?.difference).toBe(25);
    expect(found?.pValue).toBeLessThan(0.001);
  });
});
