import { describe, expect, it } from '@jest/globals';
import { dayNumberOf } from '#domain/calendar-date.ts';
import { isBalanced } from './balance.ts';
import { cutClasses, FREE } from './cut-class.ts';
import { type CutTable, cutTable } from './cut-table.ts';
import { safeDayCuts } from './safe-day-cuts.ts';

describe('a week may be cut', () => {
  it.each<[string, number[], number[]]>([
    ['before each day that has enough on both sides', [10, 10, 10, 10, 10, 10, 10], [1, 2, 3, 4, 5, 6]],
    ['only where each piece holds enough', [4, 4, 4, 4, 4, 4, 4], [3]],
    ['nowhere while it holds less than twice enough', [3, 3, 3, 3, 3, 3, 1], []],
    ['not before a rest that is too small', [20, 20, 20, 5, 3, 1, 0], [1, 2]],
    ['nowhere when nobody answered', [0, 0, 0, 0, 0, 0, 0], []],
  ])('%s', (_, days, cuts) => {
    expect(safeDayCuts(days, 10).flatMap((safe, day) => (safe ? [day] : []))).toEqual(cuts);
  });
});

describe('the classes of a cut', () => {
  const names = (date: string): string[] => cutClasses(dayNumberOf(date)).map(({ name }) => name);

  it('of Mondays thirteen weeks apart are the same, of neighbouring ones only the free', () => {
    expect(names('2026-10-05')).toEqual(names('2026-07-06'));
    expect(names('2026-10-05').filter((name) => names('2026-09-28').includes(name))).toEqual([FREE]);
  });

  it('of first days of months are months, and quarters of the same months', () => {
    expect(names('2026-04-01')).toEqual(names('2026-07-01'));
    expect(names('2026-04-01').filter((name) => names('2026-05-01').includes(name))).toEqual([FREE, 'months']);
  });

  it('of any other day is the free one', () => {
    expect(names('2026-10-07')).toEqual([FREE]);
  });
});

describe('departments at a cut', () => {
  const at = (sizes: Record<string, number>): CutTable =>
    cutTable(
      Object.entries(sizes).map(([value, size]) => ({ values: [value], clean: [size >= 10], size })),
      [FREE],
    );
  const calm = at({ a: 50, b: 60, c: 90 });
  const quiet = at({ a: 3, b: 60, c: 90 });
  const told = (departments: string[], from: CutTable, to: CutTable): boolean =>
    isBalanced((_, value) => departments.includes(value), from, to);

  it('are all told while none is small', () => {
    expect(told(['a'], calm, calm)).toBe(true);
  });

  it.each<[string, string[], boolean]>([
    ['a small one is not told', ['a'], false],
    ['nor the smallest of the others', ['b'], false],
    ['nor all but the small one', ['b', 'c'], false],
    ['the two together are', ['a', 'b'], true],
    ['and so is the third', ['c'], true],
    ['and all', ['a', 'b', 'c'], true],
  ])('%s', (_, departments, expected) => {
    expect(told(departments, calm, quiet)).toBe(expected);
    expect(told(departments, quiet, calm)).toBe(expected);
  });

  it('are told in no part where all are small', () => {
    const tiny = at({ a: 3, b: 4, c: 5 });
    expect([['a'], ['b', 'c'], ['a', 'b', 'c']].map((departments) => told(departments, calm, tiny))).toEqual([
      false,
      false,
      true,
    ]);
  });
});

describe('departments by channel at a cut', () => {
  const cell = (values: string[], size: number) => ({ values, clean: [size >= 10], size });
  const table = cutTable(
    [
      cell(['a', 'sms'], 40),
      cell(['a', 'phone'], 4),
      cell(['b', 'sms'], 50),
      cell(['b', 'phone'], 20),
      cell(['c', 'sms'], 90),
      cell(['c', 'phone'], 80),
    ],
    [FREE],
  );
  const told = (departments: string[], channels: string[]): boolean =>
    isBalanced((axis, value) => (axis === 0 ? departments : channels).includes(value), table, table);
  const once = (departments: string[], channels: string[]): boolean =>
    isBalanced((axis, value) => (axis === 0 ? departments : channels).includes(value), cutTable([], [FREE]), table);

  it('hide a small cell behind a rectangle, so that departments and channels are still told', () => {
    expect(once(['a'], ['phone'])).toBe(false);
    expect(once(['b'], ['sms'])).toBe(false);
    expect(once(['a'], ['sms', 'phone'])).toBe(true);
    expect(once(['a', 'b', 'c'], ['phone'])).toBe(true);
    expect(once(['c'], ['phone'])).toBe(true);
    expect(told(['a'], ['phone'])).toBe(false);
  });
});
