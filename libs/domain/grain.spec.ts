import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dateOf } from './calendar-date.ts';
import { GRAINS, periodOf, periodsBetween } from './grain.ts';

describe('periods', () => {
  it.each([
    ['day', { at: '2026-11-15', from: '2026-11-15', to: '2026-11-16' }],
    ['week', { at: '2026-W46', from: '2026-11-09', to: '2026-11-16' }],
    ['month', { at: '2026-11', from: '2026-11-01', to: '2026-12-01' }],
    ['quarter', { at: '2026-Q4', from: '2026-10-01', to: '2027-01-01' }],
  ] as const)('15 November 2026 lies in a %s', (grain, period) =>
    expect(periodOf('2026-11-15', grain)).toEqual(period),
  );

  it('cuts the first and the last one to the span', () => {
    expect(periodsBetween('2026-11-12', '2026-11-18', 'week')).toEqual([
      { at: '2026-W46', from: '2026-11-12', to: '2026-11-16' },
      { at: '2026-W47', from: '2026-11-16', to: '2026-11-18' },
    ]);
  });

  it('cover any span without gap or overlap', () => {
    const span = fc.tuple(fc.integer({ min: 10_000, max: 25_000 }), fc.integer({ min: 1, max: 900 }));
    fc.assert(
      fc.property(span, fc.constantFrom(...GRAINS), ([start, days], grain) => {
        const [from, to] = [dateOf(start), dateOf(start + days)];
        const periods = periodsBetween(from, to, grain);
        expect(periods[0]?.from).toBe(from);
        expect(periods.at(-1)?.to).toBe(to);
        periods.slice(1).forEach((period, index) => expect(period.from).toBe(periods[index]?.to));
      }),
    );
  });
});
