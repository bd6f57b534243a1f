import type { ComplaintHistory } from '#domain/complaint-history.ts';

/**
 * What one cell of complaints counts, slot by slot (0-based here; Postgres arrays begin at 1). Each count stands on the
 * date it belongs to, so that cells of days, weeks and departments simply add up; open at the end of a date = opened +
 * reopened − closed, summed up to it.
 */
export const COMPLAINT_SLOTS = {
  /** On the date of receipt. */
  opened: 0,
  /** The patient was told: each closing, on its date. */
  closed: 1,
  /** Each reopening, on its date. */
  reopened: 2,
  /** On the date by which receipt had to be acknowledged. */
  acknowledgementDue: 3,
  /** Of those, acknowledged by then. */
  acknowledgedInTime: 4,
  /** On the date by which the patient had to be told the answer. */
  answerDue: 5,
  /** Of those, first told by then. */
  answeredInTime: 6,
  /** We acted: each resolution, on its date. */
  resolved: 7,
} as const;

export const COMPLAINT_SLOT_COUNT = 8;

/** A complaint as far as the cells are concerned; codes as stored numbers. */
export interface CountedComplaint {
  departmentId: string;
  channel: number;
  severity: number;
  /** What it is about; the first is the main subject, under which it is counted. */
  subjects: readonly number[];
  /** Slot of the touchpoint; 0 for none. */
  touchpoint: number;
  receivedOn: string;
  acknowledgeDueOn: string;
  answerDueOn: string;
}

/** What a complaint adds to one day cell. */
export interface ComplaintContribution {
  onDate: string;
  departmentId: string;
  /** Channel, severity, main subject (0 = none), touchpoint (0 = none): the key columns after the department. */
  keys: readonly number[];
  counts: number[];
}

/** Everything a complaint with its history adds to the day cells, by date. */
export function complaintContributions(
  complaint: CountedComplaint,
  { acknowledgedOn, closings, reopenings, resolutions }: ComplaintHistory,
): ComplaintContribution[] {
  const { departmentId, channel, severity, subjects, touchpoint, receivedOn, acknowledgeDueOn, answerDueOn } =
    complaint;
  const keys = [channel, severity, subjects[0] ?? 0, touchpoint];
  const byDate = new Map<string, ComplaintContribution>();
  const add = (onDate: string, slot: number): void => {
    let cell = byDate.get(onDate);
    if (cell === undefined) {
      cell = { onDate, departmentId, keys, counts: new Array<number>(COMPLAINT_SLOT_COUNT).fill(0) };
      byDate.set(onDate, cell);
    }
    cell.counts[slot] = (cell.counts[slot] ?? 0) + 1;
  };
  const answeredOn = closings[0] ?? null;
  add(receivedOn, COMPLAINT_SLOTS.opened);
  for (const date of closings) add(date, COMPLAINT_SLOTS.closed);
  for (const date of reopenings) add(date, COMPLAINT_SLOTS.reopened);
  for (const date of resolutions) add(date, COMPLAINT_SLOTS.resolved);
  add(acknowledgeDueOn, COMPLAINT_SLOTS.acknowledgementDue);
  if (acknowledgedOn !== null && acknowledgedOn <= acknowledgeDueOn) {
    add(acknowledgeDueOn, COMPLAINT_SLOTS.acknowledgedInTime);
  }
  add(answerDueOn, COMPLAINT_SLOTS.answerDue);
  if (answeredOn !== null && answeredOn <= answerDueOn) add(answerDueOn, COMPLAINT_SLOTS.answeredInTime);
  return [...byDate.values()];
}
