import { describe, expect, it } from '@jest/globals';
import { datesTroubles } from './baseline-dates.ts';

/** A Wednesday. */
const TODAY = '2026-11-18';
const frozen = (from: string, to?: string): string[] =>
  datesTroubles({ kind: 'frozen', from, ...(to !== undefined && { to }) }, TODAY);
const rebased = (from: string, to?: string): string[] =>
  datesTroubles({ kind: 'rebased', from, ...(to !== undefined && { to }) }, TODAY);

describe('the dates of a baseline', () => {
  it.each([
    ['twelve weeks', '2026-01-05', '2026-03-30'],
    ['a year', '2025-01-06', '2026-01-05'],
    ['up to the last week that is over', '2026-08-17', '2026-11-16'],
  ])('may be %s', (_, from, to) => {
    expect(frozen(from, to)).toEqual([]);
  });

  it.each<[string, string | undefined, string]>([
    ['2026-01-06', '2026-06-01', 'from must be a Monday'],
    ['2026-01-05', '2026-06-02', 'to must be a Monday'],
    ['2026-01-05', '2026-03-23', 'at least 12 weeks'],
    ['2024-01-01', '2026-01-05', 'at most 52 weeks'],
    ['2026-06-01', '2026-01-05', 'at least 12 weeks'],
    ['2026-06-01', '2026-11-23', 'a week that is not over'],
    ['2019-01-07', '2019-06-03', 'from must be 2021-11-22 or later'],
    ['2026-02-30', '2026-06-01', '2026-02-30 is no date'],
    ['2026-01-05', '2026-13-01', '2026-13-01 is no date'],
    ['2026-01-05', undefined, 'to must be the Monday after the last week'],
  ])('are refused with what to do: %s to %s', (from, to, words) => {
    expect(frozen(from, to).join()).toContain(words);
  });

  it('of a change are one, any day that has come', () => {
    expect(rebased(TODAY)).toEqual([]);
    expect(rebased('2026-11-19').join()).toContain('up to today');
    expect(rebased('2026-03-03', '2026-06-01').join()).toContain('must be left out');
  });
});
