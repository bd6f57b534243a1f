import { describe, expect, it } from '@jest/globals';
import { carriedFilters } from './address.ts';
import { type Filters, filtersFromQuery, queryFromFilters } from './filters.ts';

const PLAIN: Filters = { period: { kind: 'weeks', weeks: 1, until: null }, compare: 'previous', where: {} };

describe('filters in the address', () => {
  it('are the page’s defaults when the address says nothing', () => {
    expect(filtersFromQuery({}, 1)).toEqual(PLAIN);
    expect(queryFromFilters(PLAIN, 1)).toEqual({});
  });

  it.each<Filters>([
    { ...PLAIN, period: { kind: 'weeks', weeks: 13, until: '2026-10-05' } },
    { ...PLAIN, period: { kind: 'dates', from: '2026-10-05', to: '2026-10-09' } },
    { ...PLAIN, compare: 'year' },
    { ...PLAIN, compare: null },
    { ...PLAIN, where: { site: ['riverside', 'hillside'], 'wait-kind': ['bill'] } },
  ])('come back from the address they were written to: %j', (filters) => {
    expect(filtersFromQuery(queryFromFilters(filters, 1), 1)).toEqual(filters);
  });

  it('ignores what makes no sense', () => {
    const typed = {
      weeks: '-3',
      until: '2026-11-17',
      from: '2026-11-09',
      to: '2026-11-01',
      compare: 'soon',
      site: ['', null],
    };
    expect(filtersFromQuery(typed, 4)).toEqual({ ...PLAIN, period: { kind: 'weeks', weeks: 4, until: null } });
  });

  it('names each value once', () => {
    expect(filtersFromQuery({ site: ['a', 'b', 'a'] }, 1).where).toEqual({ site: ['a', 'b'] });
  });

  it('goes along to the next page without what only one page knows', () => {
    expect(carriedFilters({ site: 'riverside', weeks: '4', metric: 'csat', view: 'overdue' })).toEqual({
      site: ['riverside'],
      weeks: ['4'],
    });
  });
});
