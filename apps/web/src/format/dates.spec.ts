import { describe, expect, it } from '@jest/globals';
import { datesFor, weekNumberOf, weekOfSpan } from './dates.ts';

const plainSpaces = (text: string): string => text.replaceAll(/[\u00a0\u2009\u202f]/g, ' ');

describe('dates', () => {
  it('end a span on its last day, not on the day after', () => {
    expect(plainSpaces(datesFor('en-GB').span({ from: '2026-11-09', to: '2026-11-16' }))).toMatch(
      /^9 ?– ?15 Nov 2026$/,
    );
  });

  it('are of the Buddhist calendar where Thai is read', () => {
    expect(datesFor('th-TH-u-ca-buddhist-nu-latn').date('2026-11-09')).toContain('2569');
  });

  it('show an instant at the clock of the site', () => {
    expect(datesFor('en-GB').instant('2026-11-17T22:40:00Z', 'Asia/Ho_Chi_Minh')).toBe('18 Nov 2026, 05:40');
  });

  it('count ISO weeks', () => {
    expect(weekNumberOf('2026-11-15')).toBe(46);
    expect(weekNumberOf('2027-01-01')).toBe(53);
    expect(weekOfSpan({ from: '2026-11-09', to: '2026-11-16' })).toBe(46);
    expect(weekOfSpan({ from: '2026-11-09', to: '2026-11-23' })).toBeNull();
  });
});
