import { STAGES } from '#domain/complaint-stage.ts';
import { COMPLAINT_COLUMNS, complaintConditions, type ComplaintRow, describeComplaint } from './complaint-row.ts';
import { dateCondition } from './dimension-conditions.ts';
import type { FactList } from './fact-list.ts';

const CLOSED = STAGES.numberOf('closed');

/**
 * Closings, each told with its complaint: one that was reopened and closed again stands twice, as it counts. As in the
 * complaint's history, no step is dated before the one it follows.
 */
export const COMPLAINT_CLOSING_RECORDS: FactList<ComplaintRow> = {
  from: `complaint f
  join complaint_event e on e.organisation_id = f.organisation_id and e.complaint_id = f.id and e.stage = ${CLOSED}
  cross join lateral (
    select greatest(f.received_on, max(b.happened_on)) as closed_on
    from complaint_event b
    where b.organisation_id = e.organisation_id and b.complaint_id = e.complaint_id and b.stage <> 0
      and (b.happened_at, b.stage, b.id) <= (e.happened_at, e.stage, e.id)
  ) x`,
  at: 'e.happened_at',
  id: 'e.id',
  columns: COMPLAINT_COLUMNS,
  inSpan: () => false,
  conditions: (mark, statement) => [
    dateCondition('x.closed_on', mark, statement),
    ...complaintConditions(mark, statement),
  ],
  describe: describeComplaint,
};
