import { describe, expect, it } from '@jest/globals';
import { periodMark, periodName } from './period-name.ts';
import { PLAIN_SPEECH } from './speech.fixture.ts';

describe('a period', () => {
  it.each([
    ['2026-W46', 'panels.week 46'],
    ['2026-11', 'Nov 26'],
    ['2026-Q4', 'Q4 2026'],
    ['2026-11-09', '9 Nov'],
    ['2026-11-09/2026-11-16', '9 Nov'],
  ])('%s stands on an axis as %s', (at, mark) => {
    expect(periodMark(at, PLAIN_SPEECH)).toBe(mark);
  });

  it('is written in full with its last day, not the day after', () => {
    const week = { at: '2026-W46', from: '2026-11-09', to: '2026-11-16' };
    expect(periodName(week, PLAIN_SPEECH)).toMatch(/^panels.weekLong 46 · 9\s?–\s?15 Nov 2026$/);
    expect(periodName({ ...week, at: '2026-11-09' }, PLAIN_SPEECH)).toMatch(/^9\s?–\s?15 Nov 2026$/);
  });
});
