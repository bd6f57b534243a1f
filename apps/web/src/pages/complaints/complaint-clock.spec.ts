import { describe, expect, it } from '@jest/globals';
import { clockOf } from './complaint-clock.ts';
import { aComplaint } from './complaint.fixture.ts';

const TODAY = '2026-11-16';

describe('the clock of an open complaint', () => {
  it('says how long is left', () => {
    expect(clockOf(aComplaint({}), [], TODAY)).toEqual({
      heading: 'answer',
      date: '2026-11-30',
      overdue: false,
      detail: 'left',
      workingDays: 10,
    });
  });

  it.each([
    [
      'the first word',
      { due: 'acknowledge', stage: 'received', dueOn: TODAY, dueInWorkingDays: 0 },
      'acknowledge lastDay',
    ],
    [
      'the first word, missed',
      { due: 'acknowledge', stage: 'received', dueOn: '2026-11-12', dueInWorkingDays: -2 },
      'acknowledgeOver over',
    ],
    ['the answer, missed', { dueOn: '2026-11-13', dueInWorkingDays: -1 }, 'answerOver over'],
    ['the answer, missed before a weekend', { dueOn: '2026-11-15', dueInWorkingDays: 0 }, 'answerOver overDaysOff'],
    ['the telling', { stage: 'resolved' }, 'tell left'],
    ['the telling, missed', { stage: 'resolved', dueOn: '2026-11-13', dueInWorkingDays: -1 }, 'tellOver over'],
  ] as const)('is about %s', (_, fields, said) => {
    const { heading, detail, overdue } = clockOf(aComplaint(fields), [], TODAY);
    expect(`${heading} ${detail}`).toBe(said);
    expect(overdue).toBe(heading.endsWith('Over'));
  });
});

describe('the clock of a closed complaint', () => {
  const closed = aComplaint({ stage: 'closed', due: null, dueOn: null, dueInWorkingDays: null });

  it.each([
    ['in time on the last day', ['2026-11-30'], 'inTime', '2026-11-30'],
    ['late the day after', ['2026-12-01'], 'late', '2026-12-01'],
    ['in time by its first closing', ['2026-11-20', '2026-12-10'], 'inTime', '2026-12-10'],
    ['silent about a closing nobody dated', [], 'inTime', '2026-11-30'],
  ])('is %s', (_, toldOn, detail, date) => {
    expect(clockOf(closed, toldOn, TODAY)).toMatchObject({ heading: 'closed', detail, date, overdue: false });
  });
});
