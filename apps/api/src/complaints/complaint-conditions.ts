import { STAGES } from '#domain/complaint-stage.ts';
import type { ComplaintFilter } from './complaint-filter.ts';

export const CLOSED = STAGES.numberOf('closed');

/** The date by which something is owed to the patient next. */
export const DUE_ON_SQL = `case when c.acknowledged_on is null then c.acknowledge_due_on else c.answer_due_on end`;

/** The filter over alias c, in parameters $1 … $7 (the organisation first). */
export const FILTER_SQL = `c.organisation_id = $1::uuid
  and ($2::uuid[] is null or c.department_id = any ($2))
  and ($3::smallint[] is null or c.touchpoint = any ($3))
  and ($4::smallint[] is null or c.channel = any ($4))
  and ($5::smallint[] is null or c.stage = any ($5))
  and ($6::text is null or c.number = $7::int or c.title ilike $6 or c.narrative ilike $6)`;

export function filterValues(organisationId: string, filter: ComplaintFilter): unknown[] {
  const { departmentIds, touchpointSlots, channels, stages, words, number } = filter;
  return [organisationId, departmentIds, touchpointSlots, channels, stages, words, number];
}
