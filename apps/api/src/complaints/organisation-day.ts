import { dateInZone } from '#domain/date-in-zone.ts';
import type { WorkingCalendar } from '#domain/working-calendar.ts';
import type { Transaction } from '../database/database.ts';
import { complaintPolicy } from '../facts/complaint-policy.ts';

/** Which date it is for the organisation as a whole, and the calendar it works by. */
export async function organisationDay(
  transaction: Transaction,
  now: number,
): Promise<{ today: string; calendar: WorkingCalendar }> {
  const { timeZone, calendar } = await complaintPolicy(transaction);
  return { today: dateInZone(now, timeZone), calendar };
}
