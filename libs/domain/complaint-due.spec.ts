import { expect, it } from '@jest/globals';
import { complaintDue, soonUntil } from './complaint-due.ts';
import { MONDAY_TO_FRIDAY } from './working-calendar.ts';

/** Received on a Thursday. */
const RECEIVED = {
  receivedOn: '2026-10-01',
  acknowledgedOn: null,
  closedOn: null,
  acknowledgeDueOn: '2026-10-06',
  answerDueOn: '2026-10-29',
};
const ACKNOWLEDGED = { ...RECEIVED, acknowledgedOn: '2026-10-02' };
const CLOSED = { ...ACKNOWLEDGED, closedOn: '2026-10-08' };

it.each<[string, Parameters<typeof complaintDue>[0], string, unknown[]]>([
  ['on the day itself', RECEIVED, '2026-10-01', ['acknowledge', '2026-10-06', 3, 0]],
  ['over a weekend', RECEIVED, '2026-10-04', ['acknowledge', '2026-10-06', 2, 1]],
  ['on the last day', RECEIVED, '2026-10-06', ['acknowledge', '2026-10-06', 0, 3]],
  ['a day late', RECEIVED, '2026-10-07', ['acknowledge', '2026-10-06', -1, 4]],
  ['once acknowledged', ACKNOWLEDGED, '2026-10-07', ['answer', '2026-10-29', 16, 4]],
  [
    'on a day off right after the due date',
    { ...RECEIVED, acknowledgeDueOn: '2026-10-09' },
    '2026-10-10',
    ['acknowledge', '2026-10-09', 0, 6],
  ],
  ['once closed, at the age it reached', CLOSED, '2026-12-24', [null, null, null, 5]],
  ['where the site is a day ahead of the organisation', RECEIVED, '2026-09-30', ['acknowledge', '2026-10-06', 4, 0]],
])('tells what is owed %s', (_, complaint, today, [due, dueOn, dueInWorkingDays, ageWorkingDays]) => {
  expect(complaintDue(complaint, today, MONDAY_TO_FRIDAY)).toStrictEqual({
    due,
    dueOn,
    dueInWorkingDays,
    ageWorkingDays,
  });
});

it('calls three working days soon, across weekends and holidays', () => {
  expect(soonUntil('2026-10-08', MONDAY_TO_FRIDAY)).toBe('2026-10-13');
  expect(soonUntil('2026-10-08', { ...MONDAY_TO_FRIDAY, holidays: ['2026-10-12'] })).toBe('2026-10-14');
});
