import { type ComplaintEvent, complaintHistory } from '#domain/complaint-history.ts';
import { STAGES } from '#domain/complaint-stage.ts';
import { complaintContributions, type CountedComplaint } from '#metrics/complaint-counts.ts';
import { uuidArray } from '../database/binary-array.ts';
import type { Transaction } from '../database/database.ts';
import type { CellDelta } from '../rollups/apply-cells.ts';

/** What the cells, the clocks and a correction need to know of a stored complaint. */
export interface StoredComplaint extends CountedComplaint {
  id: string;
  /** As text, because it is a 64-bit number. */
  contentHash: string;
  receivedAt: number;
}

export interface StoredComplaintEvent extends ComplaintEvent {
  complaintId: string;
  contentHash: string;
}

/** Select list over alias c of a stored complaint. */
export const STORED_COMPLAINT_SQL = `c.id, c.department_id as "departmentId", c.content_hash::text as "contentHash",
  (extract(epoch from c.received_at) * 1000)::float8 as "receivedAt", c.received_on::text as "receivedOn", c.channel,
  c.severity, c.subjects, c.touchpoint, c.acknowledge_due_on::text as "acknowledgeDueOn",
  c.answer_due_on::text as "answerDueOn"`;

const LOCK_SQL = `select ${STORED_COMPLAINT_SQL} from complaint c
where c.organisation_id = $1::uuid and c.id = any ($2::uuid[]) order by c.id for update`;

/** Only the locked row guards its events: whoever adds, moves or erases events holds their complaint first. */
const EVENTS_SQL = `select e.id, e.complaint_id as "complaintId", e.content_hash::text as "contentHash",
  (extract(epoch from e.happened_at) * 1000)::float8 as "happenedAt", e.happened_on::text as "happenedOn", e.stage
from complaint_event e where e.organisation_id = $1::uuid and e.complaint_id = any ($2::uuid[])`;

/** Locks complaints in the order of their ids and reads them as they are then; ids nobody knows are left out. */
export async function lockComplaints(
  { client, scope }: Transaction,
  ids: readonly string[],
): Promise<Map<string, StoredComplaint>> {
  if (ids.length === 0) return new Map();
  const { rows } = await client.query({
    name: 'complaint-lock',
    text: LOCK_SQL,
    values: [scope.organisationId, uuidArray(ids)],
  });
  return new Map((rows as StoredComplaint[]).map((complaint) => [complaint.id, complaint]));
}

/** The events of complaints, by complaint. */
export async function eventsOfComplaints(
  { client, scope }: Transaction,
  complaintIds: readonly string[],
): Promise<Map<string, StoredComplaintEvent[]>> {
  const events = new Map<string, StoredComplaintEvent[]>(complaintIds.map((id) => [id, []]));
  if (complaintIds.length === 0) return events;
  const { rows } = await client.query({
    name: 'complaint-events',
    text: EVENTS_SQL,
    values: [scope.organisationId, uuidArray(complaintIds)],
  });
  for (const { stage, ...event } of rows as (Omit<StoredComplaintEvent, 'stage'> & { stage: number })[]) {
    events.get(event.complaintId)?.push({ ...event, stage: stageOf(stage) });
  }
  return events;
}

/** The stage behind a stored number; null for a note. */
export function stageOf(stageNumber: number): ComplaintEvent['stage'] {
  const stage = STAGES.codeOf(stageNumber);
  return stage === 'unknown' ? null : stage;
}

/** What a complaint with its events adds to the day cells (sign 1), or takes out of them (sign −1). */
export function complaintDeltas(
  complaint: CountedComplaint & { receivedAt: number },
  events: readonly ComplaintEvent[],
  sign: 1 | -1,
): CellDelta[] {
  return complaintContributions(complaint, complaintHistory(complaint, events)).map((contribution) => ({
    ...contribution,
    counts: contribution.counts.map((count) => sign * count),
  }));
}
