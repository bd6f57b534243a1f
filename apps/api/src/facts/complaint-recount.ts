import { dayNumberOf } from '#domain/calendar-date.ts';
import type { Transaction } from '../database/database.ts';
import { paged } from '../database/paged.ts';
import type { CellDelta } from '../rollups/apply-cells.ts';
import { CellDeltas } from '../rollups/cell-deltas.ts';
import { complaintDeltas, eventsOfComplaints, STORED_COMPLAINT_SQL, type StoredComplaint } from './stored-complaint.ts';

/** What the complaint cells should hold, counted from complaints and their events alone. */
export async function recountComplaintCells(transaction: Transaction): Promise<CellDeltas> {
  const cells = new CellDeltas();
  for await (const contributions of complaintContributionsFromFacts(transaction)) {
    for (const { onDate, departmentId, keys, counts } of contributions) {
      const cell = cells.at(dayNumberOf(onDate), departmentId, keys);
      counts.forEach((count, slot) => {
        cell[slot] = (cell[slot] ?? 0) + count;
      });
    }
  }
  return cells;
}

/** The contributions of all complaints to the day cells, a page of complaints at a time, so that memory stays flat. */
export async function* complaintContributionsFromFacts(transaction: Transaction): AsyncGenerator<CellDelta[]> {
  const text = `select ${STORED_COMPLAINT_SQL} from complaint c where c.organisation_id = $1::uuid`;
  for await (const page of paged<StoredComplaint>(transaction, text, [transaction.scope.organisationId])) {
    const events = await eventsOfComplaints(
      transaction,
      page.map(({ id }) => id),
    );
    yield page.flatMap((complaint) => complaintDeltas(complaint, events.get(complaint.id) ?? [], 1));
  }
}
