import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type XmrLimits, xmrLimits } from './xmr-limits.ts';
import { type XmrMark, xmrMarks } from './xmr-rules.ts';

function limitsFrom(values: readonly number[]): XmrLimits {
  const limits = xmrLimits(values, true);
  if (limits === null) throw new Error('no points');
  return limits;
}

/** Centre 10, mean moving range 1: limits 7.34 and 12.66, near them from 8.2267 and 11.7733 on. */
const TEN = limitsFrom([9.5, 10.5, 9.5, 10.5, 9.5, 10.5, 9.5, 10.5, 9.5, 10.5, 9.5, 10.5]);

const LETTERS = { outside: 'O', trend: 'T', 'two-of-three': 'N', run: 'R', 'common-cause': '.' } as const;
const SIGNS = { high: '+', low: '-' } as const;
/** O outside, T trend, N near with another, R run, each with its side; a dot for common cause. */
const written = (marks: readonly XmrMark[]): string =>
  marks.map(({ cause, side }) => LETTERS[cause] + (side === null ? '' : SIGNS[side])).join(' ');

describe('each rule', () => {
  it.each<[string, number[], string]>([
    ['outside, strictly', [10, 13, 7, 12.66, 7.34], '. O+ O- . .'],
    ['a trend of seven, each on its own side', [9.2, 9.4, 9.6, 9.8, 10.1, 10.3, 10.5], 'T- T- T- T- T+ T+ T+'],
    ['a fall of seven', [10.5, 10.3, 10.1, 9.8, 9.6, 9.4, 9.2], 'T+ T+ T+ T- T- T- T-'],
    ['no trend of six', [9.4, 9.6, 9.8, 10.1, 10.3, 10.5], '. . . . . .'],
    ['no trend over two equal points', [9.2, 9.4, 9.6, 9.8, 9.8, 10.1, 10.3, 10.5], '. . . . . . . .'],
    ['a trend of eight', [9, 9.2, 9.4, 9.6, 9.8, 10.1, 10.3, 10.5, 10], 'T- T- T- T- T- T+ T+ T+ .'],
    ['on the centre, for where the trend goes', [9.4, 9.6, 9.8, 10, 10.2, 10.4, 10.6], 'T- T- T- T+ T+ T+ T+'],
    ['on the centre, downwards', [10.6, 10.4, 10.2, 10, 9.8, 9.6, 9.4], 'T+ T+ T+ T- T- T- T-'],
    [
      'two trends that share their peak',
      [9.4, 9.6, 9.8, 10.2, 10.4, 10.6, 10.8, 10.7, 10.6, 10.5, 10.4, 10.3, 10.2],
      'T- T- T- T+ T+ T+ T+ T+ T+ T+ T+ T+ T+',
    ],
    ['a run of seven', [10.5, 10.2, 10.5, 10.2, 10.5, 10.2, 10.5], 'R+ R+ R+ R+ R+ R+ R+'],
    ['a run of eight below', [9.5, 9.8, 9.5, 9.8, 9.5, 9.8, 9.5, 9.8, 10.4], 'R- R- R- R- R- R- R- R- .'],
    ['no run of six', [10.5, 10.2, 10.5, 10.2, 10.5, 10.2, 9.9], '. . . . . . .'],
    ['no run over a point on the centre', [10.5, 10.2, 10.5, 10, 10.2, 10.5, 10.2], '. . . . . . .'],
    ['two of three, and only those', [12, 10.5, 12], 'N+ . N+'],
    ['two of three below', [8, 8, 9.5], 'N- N- .'],
    ['three of three', [12, 12.1, 12], 'N+ N+ N+'],
    ['no two of three over the centre', [12, 9.9, 12], '. . .'],
    ['no two of three with one on the centre', [12, 10, 12], '. . .'],
    ['no two near points without a third on their side', [9.9, 12, 12, 9.9], '. . . .'],
    ['two beside one outside', [13, 12, 12], 'O+ N+ N+'],
    ['one near beside one outside', [13, 12, 10.5], 'O+ . .'],
    ['on the line of two thirds is not near', [TEN.upperNear ?? NaN, 12, 10.5], '. . .'],
  ])('%s', (_, values, marks) => {
    expect(written(xmrMarks(values, TEN))).toBe(marks);
  });
});

describe('of several that apply, the first:', () => {
  it.each<[string, number[], string]>([
    ['outside before trend', [9.5, 9.7, 9.9, 10.1, 10.3, 10.5, 13], 'T- T- T- T+ T+ T+ O+'],
    ['outside before run', [10.5, 10.2, 10.5, 13, 10.5, 10.2, 10.5], 'R+ R+ R+ O+ R+ R+ R+'],
    ['trend before two of three and run', [10.1, 10.3, 10.5, 11, 11.9, 12, 12.1], 'T+ T+ T+ T+ T+ T+ T+'],
    ['two of three before run', [10.5, 10.2, 10.5, 10.2, 10.5, 12, 12], 'R+ R+ R+ R+ R+ N+ N+'],
    [
      'trend before run, which ends earlier',
      [10.5, 10.7, 10.2, 10.3, 10.4, 10.5, 10.6, 10.7, 10.8],
      'R+ R+ T+ T+ T+ T+ T+ T+ T+',
    ],
  ])('%s', (_, values, marks) => {
    expect(written(xmrMarks(values, TEN))).toBe(marks);
  });
});

describe('limits without width', () => {
  const FLAT = limitsFrom([0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1]);

  it('mark nothing that is equal, and everything else', () => {
    expect(written(xmrMarks(Array<number>(9).fill(0.1), FLAT))).toBe('. . . . . . . . .');
    expect(written(xmrMarks([0.1, 0.2, 0.1, 0], FLAT))).toBe('. O+ . O-');
  });

  it('of a single point mark nothing but trends and runs', () => {
    expect(written(xmrMarks([5, 900, -900], limitsFrom([5])))).toBe('. . .');
    expect(written(xmrMarks(Array<number>(7).fill(6), limitsFrom([5])))).toBe('R+ R+ R+ R+ R+ R+ R+');
  });

  it('mark nothing where there is nothing', () => {
    expect(xmrMarks([], FLAT)).toEqual([]);
  });
});

describe('whatever was measured', () => {
  const whole = fc.array(fc.integer({ min: -6, max: 6 }), { minLength: 1, maxLength: 40 });
  const marksOf = (values: readonly number[]) => xmrMarks(values, limitsFrom(values));

  it('high and low change places when the values are turned over', () => {
    fc.assert(
      fc.property(whole, (values) => {
        const turned = written(marksOf(values.map((value) => -value)));
        const swapped = written(marksOf(values)).replace(/[+-]/g, (sign) => (sign === '+' ? '-' : '+'));
        expect(turned).toBe(swapped);
      }),
    );
  });

  it('marks stay when values are moved or written in another unit', () => {
    fc.assert(
      fc.property(
        whole,
        fc.integer({ min: -100, max: 100 }),
        fc.constantFrom(0.001, 0.1, 3, 60),
        (values, shift, unit) => {
          expect(written(marksOf(values.map((value) => (value + shift) * unit)))).toBe(written(marksOf(values)));
        },
      ),
    );
  });

  it('a mark once made is not taken back by later points', () => {
    fc.assert(
      fc.property(whole, (values) => {
        const marks = xmrMarks(values, TEN);
        xmrMarks(values.slice(0, -1), TEN).forEach((before, index) => {
          if (before.cause === 'outside' || before.cause === 'trend') expect(marks[index]).toEqual(before);
          if (before.cause !== 'common-cause') expect(marks[index]?.side).toBe(before.side);
        });
      }),
    );
  });
});
