import { describe, expect, it } from '@jest/globals';
import {
  canMoveOn,
  isOneWeek,
  lastWeekEnd,
  movedPeriod,
  type PeriodChoice,
  settledPart,
  spanOf,
  inWholeMonths,
  stretched,
} from './period.ts';

const weeks = (count: number, until: string | null = null): PeriodChoice => ({ kind: 'weeks', weeks: count, until });
const TODAY = '2026-11-18';

describe('the period of a page', () => {
  it('ends with the last whole week', () => {
    expect(lastWeekEnd('2026-11-18')).toBe('2026-11-16');
    expect(lastWeekEnd('2026-11-16')).toBe('2026-11-16');
    expect(lastWeekEnd('2026-11-15')).toBe('2026-11-09');
  });

  it('is so many weeks before its end', () => {
    expect(spanOf(weeks(1), TODAY)).toEqual({ from: '2026-11-09', to: '2026-11-16' });
    expect(spanOf(weeks(4), TODAY)).toEqual({ from: '2026-10-19', to: '2026-11-16' });
    expect(spanOf(weeks(1, '2026-01-05'), TODAY)).toEqual({ from: '2025-12-29', to: '2026-01-05' });
  });

  it('moves by its own length', () => {
    expect(movedPeriod(weeks(4), TODAY, -1)).toEqual(weeks(4, '2026-10-19'));
    expect(movedPeriod({ kind: 'dates', from: '2026-03-01', to: '2026-03-11' }, TODAY, 1)).toEqual({
      kind: 'dates',
      from: '2026-03-11',
      to: '2026-03-21',
    });
  });

  it('forgets its end on coming back to the last whole week, so that tomorrow moves it on', () => {
    expect(movedPeriod(weeks(1, '2026-11-09'), TODAY, 1)).toEqual(weeks(1));
    expect(movedPeriod(weeks(13, '2026-11-09'), TODAY, 1)).toEqual(weeks(13));
  });

  it('cannot move beyond what there is', () => {
    expect(canMoveOn(weeks(1), TODAY)).toBe(false);
    expect(canMoveOn(weeks(1, '2026-11-09'), TODAY)).toBe(true);
    expect(canMoveOn({ kind: 'dates', from: '2026-11-10', to: '2026-11-19' }, TODAY)).toBe(false);
  });

  it.each([
    ['ends within the running month', '2026-10-20', '2026-11-16', '2026-10-01', '2026-11-01'],
    ['ends within a month that is over', '2026-08-31', '2026-10-12', '2026-08-01', '2026-11-01'],
    ['is months already', '2026-08-01', '2026-11-01', '2026-08-01', '2026-11-01'],
    ['lies within the running month', '2026-11-02', '2026-11-16', '2026-11-02', '2026-11-16'],
  ])('is the whole months it touches: one that %s', (_, from, to, first, last) => {
    expect(inWholeMonths({ from, to }, '2026-11-18')).toEqual({ from: first, to: last });
  });

  it('is stretched for the run-up, never shortened', () => {
    const span = { from: '2026-11-09', to: '2026-11-16' };
    expect(stretched(span, 13)).toEqual({ from: '2026-08-17', to: '2026-11-16' });
    expect(stretched({ from: '2026-01-05', to: '2026-11-16' }, 13).from).toBe('2026-01-05');
  });

  it('is looked at for changes only where its weeks are over', () => {
    const settled = (from: string, to: string): unknown => Object.values(settledPart({ from, to }, TODAY));
    expect(settled('2026-10-19', '2026-11-16')).toEqual(['2026-10-19', '2026-11-16']);
    expect(settled('2026-10-19', '2026-11-19')).toEqual(['2026-10-19', '2026-11-16']);
    expect(settled('2026-11-16', '2026-11-23')).toEqual(['2026-11-09', '2026-11-16']);
  });

  it('is one week only from a Monday to a Monday', () => {
    expect(isOneWeek({ from: '2026-11-09', to: '2026-11-16' })).toBe(true);
    expect(isOneWeek({ from: '2026-11-10', to: '2026-11-17' })).toBe(false);
  });
});
