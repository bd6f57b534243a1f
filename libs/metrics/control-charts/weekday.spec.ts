import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { SignalCounts } from '../metric.ts';
import { weekdayPattern } from './weekday.ts';

const share = (x: number, n: number): SignalCounts => ({ x, n, squares: x });
/** Eight weeks in which each day of the week has the same counts every time. */
const eightWeeks = (days: readonly SignalCounts[]): SignalCounts[] => Array.from({ length: 8 }, () => days).flat();
const usual = share(8, 10);

describe('days of the week', () => {
  // Over 8 weeks each day has 80 replies, six of them 64 yes (.8), the last 48 (.6): p̄ = 432/560 = .771429.
  // χ² = (6 · (64 − 61.714286)² + (48 − 61.714286)²)/(80 · .771429 · .228571) = 219.428571/14.106122 = 15.5556.
  // Its tail with 6 degrees, e^(−x/2)(1 + x/2 + x²/8), is .016367.
  it('by hand: one of seven at .6 instead of .8, with ten replies a day', () => {
    const found = weekdayPattern(eightWeeks([...Array<SignalCounts>(6).fill(usual), share(6, 10)]));
    expect(found.freedom).toBe(6);
    const x = 15.555556;
    expect(found.pValue).toBeCloseTo(Math.exp(-x / 2) * (1 + x / 2 + x ** 2 / 8), 6);
    expect(found.differs).toBe(false);
  });

  it('differ when one is at .5', () => {
    expect(weekdayPattern(eightWeeks([...Array<SignalCounts>(6).fill(usual), share(5, 10)])).differs).toBe(true);
  });

  it('do not when all are alike', () => {
    expect(weekdayPattern(eightWeeks(Array<SignalCounts>(7).fill(usual)))).toMatchObject({ pValue: 1, differs: false });
  });

  it('are told by the last eight weeks only', () => {
    const before = [...Array<SignalCounts>(6).fill(usual), share(0, 10)];
    const now = Array<SignalCounts>(7).fill(usual);
    expect(weekdayPattern([...eightWeeks(before), ...eightWeeks(now)]).differs).toBe(false);
    expect(weekdayPattern([...eightWeeks(now), ...eightWeeks(before)]).differs).toBe(true);
  });

  it('that are closed are left out, with their degree of freedom', () => {
    const found = weekdayPattern(eightWeeks([...Array<SignalCounts>(5).fill(usual), share(0, 0), share(0, 0)]));
    expect(found).toMatchObject({ freedom: 4, pValue: 1 });
  });

  it.each([
    ['nothing', []],
    ['a day less than eight weeks', eightWeeks(Array<SignalCounts>(7).fill(usual)).slice(1)],
    ['no replies', Array<SignalCounts>(56).fill(share(0, 0))],
    ['one day of the week', eightWeeks([usual, ...Array<SignalCounts>(6).fill(share(0, 0))])],
    ['answers that are all the same', Array<SignalCounts>(56).fill(share(9, 9))],
  ])('of %s cannot be told', (_, days) => {
    expect(weekdayPattern(days)).toEqual({ pValue: null, freedom: 0, differs: false });
  });
});

it('gives a chance between 0 and 1 or none, whichever day comes first and whether yes or no is counted', () => {
  const day = fc.nat({ max: 30 }).chain((n) => fc.nat({ max: n }).map((x) => share(x, n)));
  fc.assert(
    fc.property(fc.array(day, { minLength: 56, maxLength: 56 }), fc.nat({ max: 6 }), (days, turn) => {
      const { pValue, freedom } = weekdayPattern(days);
      const weeks = Array.from({ length: 8 }, (_, week) => days.slice(week * 7, week * 7 + 7));
      const turned = weeks.flatMap((week) => [...week.slice(turn), ...week.slice(0, turn)]);
      for (const same of [turned, days.map(({ x, n }) => share(n - x, n))]) {
        const found = weekdayPattern(same);
        expect(found.freedom).toBe(freedom);
        if (pValue === null) expect(found.pValue).toBeNull();
        else expect(found.pValue).toBeCloseTo(pValue, 9);
      }
      expect(pValue === null || (pValue >= 0 && pValue <= 1)).toBe(true);
    }),
  );
});
