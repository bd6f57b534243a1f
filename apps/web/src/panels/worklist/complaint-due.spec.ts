import { describe, expect, it } from '@jest/globals';
import { type DueWords, dueWords, owedOf } from './complaint-due.ts';

const TODAY = '2026-11-16';

describe('when something is due, in words', () => {
  it.each<[string, string | null, number | null, DueWords | null]>([
    ['counts the working days it is over', '2026-11-13', -1, { when: 'over', workingDays: 1 }],
    ['is over although only a weekend has passed', '2026-11-15', 0, { when: 'over', workingDays: 0 }],
    ['is over although nobody counted the days', '2026-11-12', null, { when: 'over', workingDays: 0 }],
    ['says today', '2026-11-16', 0, { when: 'today' }],
    ['says tomorrow', '2026-11-17', 1, { when: 'tomorrow' }],
    ['gives the date of anything later', '2026-11-18', 2, { when: 'on', date: '2026-11-18' }],
    ['says nothing once the patient has been told', null, null, null],
  ])('%s', (_, dueOn, dueInWorkingDays, words) => {
    expect(dueWords({ dueOn, dueInWorkingDays }, TODAY)).toEqual(words);
  });

  it('knows tomorrow across the end of a year', () => {
    expect(dueWords({ dueOn: '2027-01-01', dueInWorkingDays: 1 }, '2026-12-31')).toEqual({ when: 'tomorrow' });
  });
});

describe('what is owed', () => {
  it('is a first word, then the answer', () => {
    expect(owedOf({ due: 'acknowledge', stage: 'received' })).toBe('acknowledge');
    expect(owedOf({ due: 'answer', stage: 'investigating' })).toBe('answer');
  });

  it('is only the telling once we have acted', () => {
    expect(owedOf({ due: 'answer', stage: 'resolved' })).toBe('tell');
  });

  it('is nothing once closed', () => {
    expect(owedOf({ due: null, stage: 'closed' })).toBeNull();
  });
});
