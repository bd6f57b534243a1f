import { addWorkingDays, type WorkingCalendar } from '#domain/working-calendar.ts';
import type { Transaction } from '../database/database.ts';

/** How quickly an organisation has promised to answer complaints, and on which days it works. */
export interface ComplaintPolicy {
  acknowledgeWithinDays: number;
  answerWithinDays: number;
  calendar: WorkingCalendar;
  /** Tells which date it is for the organisation as a whole. */
  timeZone: string;
}

const POLICY_SQL = `select acknowledge_within_days as "acknowledgeWithinDays", answer_within_days as "answerWithinDays",
  working_days as "workingDays", holidays::text[] as holidays, time_zone as "timeZone"
from organisation where organisation_id = $1::uuid`;

/** The policy in force now; a complaint keeps the due dates it got at its receipt. */
export async function complaintPolicy({ query, scope }: Transaction): Promise<ComplaintPolicy> {
  const [row] = await query<Omit<ComplaintPolicy, 'calendar'> & WorkingCalendar>(POLICY_SQL, [scope.organisationId]);
  if (row === undefined) throw new Error('the organisation of the scope does not exist');
  const { workingDays, holidays, ...promises } = row;
  return { ...promises, calendar: { workingDays, holidays } };
}

export interface DueDates {
  acknowledgeDueOn: string;
  answerDueOn: string;
}

/** Due dates by date of receipt; a batch has many complaints and few dates. */
export function dueDatesUnder({ acknowledgeWithinDays, answerWithinDays, calendar }: ComplaintPolicy) {
  const known = new Map<string, DueDates>();
  return (receivedOn: string): DueDates => {
    let due = known.get(receivedOn);
    if (due === undefined) {
      due = {
        acknowledgeDueOn: addWorkingDays(receivedOn, acknowledgeWithinDays, calendar),
        answerDueOn: addWorkingDays(receivedOn, answerWithinDays, calendar),
      };
      known.set(receivedOn, due);
    }
    return due;
  };
}
