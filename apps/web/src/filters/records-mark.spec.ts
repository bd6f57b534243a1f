import { describe, expect, it } from '@jest/globals';
import { markOf, withoutFilter } from './records-mark.ts';

const WEEK = { metric: 'csat', from: '2026-11-09', to: '2026-11-16' };

describe('the mark of an address', () => {
  it('is its metric, span and filters', () => {
    expect(markOf({ ...WEEK, department: 'ward-4b', touchpoint: ['care', 'billing'], waitKind: 'bill' })).toEqual({
      ...WEEK,
      where: { department: ['ward-4b'], touchpoint: ['care', 'billing'], 'wait-kind': ['bill'] },
      withWords: false,
    });
  });

  it('asks for words only when the address does', () => {
    expect(markOf({ ...WEEK, withWords: 'true' })?.withWords).toBe(true);
    expect(markOf({ ...WEEK, withWords: 'false' })?.withWords).toBe(false);
  });

  it.each([
    ['no metric', { from: WEEK.from, to: WEEK.to }],
    ['no end', { metric: 'csat', from: WEEK.from }],
    ['a date that is none', { ...WEEK, from: '2026-02-30' }],
    ['an end before its beginning', { ...WEEK, to: '2026-11-09' }],
  ])('is none with %s', (_, query) => {
    expect(markOf(query)).toBeNull();
  });
});

it('takes away one value of a filter and leaves the rest', () => {
  const query = { ...WEEK, site: ['riverside', 'hillside'], waitKind: 'bill' };
  expect(markOf(withoutFilter(query, 'site', 'riverside'))?.where).toEqual({
    site: ['hillside'],
    'wait-kind': ['bill'],
  });
  expect(markOf(withoutFilter(query, 'wait-kind', 'bill'))?.where).toEqual({ site: ['riverside', 'hillside'] });
});
