import { addWorkingDays, type WorkingCalendar, workingDaysBetween } from './working-calendar.ts';

/** Overdue: its date has passed. Due soon: within this many working days, and not overdue. */
export const SOON_WORKING_DAYS = 3;

/** What a complaint owes the patient next, and by when. */
export interface ComplaintDue {
  due: 'acknowledge' | 'answer' | null;
  dueOn: string | null;
  /** Working days left; negative when overdue by that many; null once nothing is owed. */
  dueInWorkingDays: number | null;
  /** Working days since receipt, up to the closing once closed. */
  ageWorkingDays: number;
}

/**
 * First somebody has to tell the patient that the complaint arrived, then what came of it. A reopened complaint owes its
 * answer by the date first promised: the patient is still waiting for one that holds.
 */
export function complaintDue(
  complaint: {
    receivedOn: string;
    acknowledgedOn: string | null;
    closedOn: string | null;
    acknowledgeDueOn: string;
    answerDueOn: string;
  },
  today: string,
  calendar: WorkingCalendar,
): ComplaintDue {
  const { receivedOn, acknowledgedOn, closedOn, acknowledgeDueOn, answerDueOn } = complaint;
  const ageWorkingDays = Math.max(0, workingDaysBetween(receivedOn, closedOn ?? today, calendar));
  if (closedOn !== null) return { due: null, dueOn: null, dueInWorkingDays: null, ageWorkingDays };
  const dueOn = acknowledgedOn === null ? acknowledgeDueOn : answerDueOn;
  // Adding 0 turns the minus zero of a weekend into a plain one.
  const dueInWorkingDays = workingDaysBetween(today, dueOn, calendar) + 0;
  return { due: acknowledgedOn === null ? 'acknowledge' : 'answer', dueOn, dueInWorkingDays, ageWorkingDays };
}

/** The last date that counts as due soon. */
export function soonUntil(today: string, calendar: WorkingCalendar): string {
  return addWorkingDays(today, SOON_WORKING_DAYS, calendar);
}
