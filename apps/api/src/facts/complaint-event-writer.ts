import { ConflictException } from '@nestjs/common';
import { type ComplaintEvent, complaintHistory, fitEvents, isPath } from '#domain/complaint-history.ts';
import { misfitMessage } from '#domain/complaint-misfit.ts';
import { dateInZone } from '#domain/date-in-zone.ts';
import type { Transaction } from '../database/database.ts';
import { applyCells, type CellDelta } from '../rollups/apply-cells.ts';
import { COMPLAINT_CELL } from '../rollups/cell-table.ts';
import {
  complaintsOfEvents,
  eraseEvents,
  insertEvents,
  type PlacedEvent,
  storedHashes,
} from './complaint-event-sql.ts';
import type { ComplaintEventFact } from './complaint-row.ts';
import { type RefusedRow, RivalWriteError, type WriteOutcome } from './fact-writer.ts';
import { saveComplaintStates } from './save-complaints.ts';
import {
  complaintDeltas,
  eventsOfComplaints,
  lockComplaints,
  stageOf,
  type StoredComplaint,
} from './stored-complaint.ts';

/** Stores complaint events. What happened is never rewritten: an event that says something else is refused. */
export interface ComplaintEventWriter {
  write(transaction: Transaction, rows: readonly ComplaintEventFact[]): Promise<WriteOutcome>;
  /** Erases events that the moves of their complaints can do without; returns how many there were. */
  erase(transaction: Transaction, ids: readonly string[]): Promise<number>;
}

/** A move cannot be erased while later moves rest on it. */
export class NeededEventError extends ConflictException {
  constructor() {
    super('Later moves of the complaint rest on this one: erase the later ones first, or the whole complaint.');
  }
}

type Placed = PlacedEvent & { index: number };

/**
 * A writer of events whose dates are those of the site of their complaint's department. Locks are taken in one order
 * by all writers (complaints by id, new events by id, cells by key): no deadlock.
 */
export function complaintEventWriter(zoneOfDepartment: (departmentId: string) => string): ComplaintEventWriter {
  return {
    async write(transaction, given) {
      const { fresh, refused } = await notStored(transaction, given);
      const complaints = await lockComplaints(
        transaction,
        [...new Set(fresh.map(({ complaintId }) => complaintId))].sort(),
      );
      const placed: Placed[] = [];
      for (const row of fresh) {
        const complaint = complaints.get(row.complaintId);
        if (complaint === undefined) {
          refused.push({ index: row.index, ...UNKNOWN_COMPLAINT });
        } else {
          const { departmentId } = complaint;
          placed.push({ ...row, departmentId, happenedOn: dateInZone(row.happenedAt, zoneOfDepartment(departmentId)) });
        }
      }
      const inserted = await add(transaction, complaints, placed, refused);
      const accepted = inserted.length;
      refused.sort((a, b) => a.index - b.index);
      return { accepted, updated: 0, unchanged: given.length - accepted - refused.length, refused, inserted };
    },

    async erase(transaction, ids) {
      const complaints = await lockComplaints(transaction, (await complaintsOfEvents(transaction, ids)).sort());
      const events = await eventsOfComplaints(transaction, [...complaints.keys()]);
      const doomed = new Set(ids);
      const found: string[] = [];
      const changes: Change[] = [];
      for (const complaint of complaints.values()) {
        const before = events.get(complaint.id) ?? [];
        const after = before.filter(({ id }) => !doomed.has(id));
        if (!isPath(after)) throw new NeededEventError();
        found.push(...before.filter(({ id }) => doomed.has(id)).map(({ id }) => id));
        changes.push({ complaint, before, after });
      }
      await eraseEvents(transaction, found);
      await keepInStep(transaction, changes);
      return found.length;
    },
  };
}

export const UNKNOWN_COMPLAINT = {
  field: 'complaint',
  code: 'unknown-complaint',
  message: 'There is no complaint of this externalId from this source: send the complaint first, or correct the id.',
} as const;

export const EVENT_CHANGED = {
  field: 'externalId',
  code: 'event-changed',
  message:
    'An event of this externalId is stored and says something else. Events are never rewritten: send what changed as a new event with an id of its own.',
} as const;

/** Leaves out events stored exactly so (or sent twice), and refuses those stored otherwise. */
async function notStored(transaction: Transaction, given: readonly ComplaintEventFact[]) {
  const hashes = await storedHashes(
    transaction,
    given.map(({ id }) => id),
  );
  const fresh: (ComplaintEventFact & { index: number })[] = [];
  const refused: RefusedRow[] = [];
  given.forEach((row, index) => {
    const hash = row.contentHash.toString();
    const known = hashes.get(row.id);
    if (known === undefined) {
      hashes.set(row.id, hash);
      fresh.push({ ...row, index });
    } else if (known !== hash) {
      refused.push({ index, ...EVENT_CHANGED });
    }
  });
  return { fresh, refused };
}

/** Adds those of the events that fit their complaints' histories and returns them; adds the others to `refused`. */
async function add(
  transaction: Transaction,
  complaints: ReadonlyMap<string, StoredComplaint>,
  placed: readonly Placed[],
  refused: RefusedRow[],
): Promise<readonly Placed[]> {
  const stored = await eventsOfComplaints(transaction, [...complaints.keys()]);
  const arriving = Map.groupBy(placed, ({ complaintId }) => complaintId);
  const accepted: Placed[] = [];
  const changes: Change[] = [];
  for (const [complaintId, rows] of arriving) {
    const complaint = complaints.get(complaintId);
    if (complaint === undefined) continue;
    const before = stored.get(complaintId) ?? [];
    const rowOf = new Map(rows.map((row) => [row.id, row]));
    if (before.some(({ id }) => rowOf.has(id))) {
      throw new RivalWriteError('an event was stored by somebody else meanwhile');
    }
    const { fitting, misfits } = fitEvents(complaint, before, rows.map(toEvent));
    for (const misfit of misfits) {
      const field = misfit.code === 'before-receipt' ? 'happenedAt' : 'stage';
      refused.push({
        index: rowOf.get(misfit.event.id)?.index ?? 0,
        field,
        code: misfit.code,
        message: misfitMessage(misfit),
      });
    }
    if (fitting.length === 0) continue;
    accepted.push(...fitting.flatMap(({ id }) => rowOf.get(id) ?? []));
    changes.push({ complaint, before, after: [...before, ...fitting] });
  }
  if ((await insertEvents(transaction, accepted)) !== accepted.length) {
    throw new RivalWriteError('an event was stored for another complaint meanwhile');
  }
  await keepInStep(transaction, changes);
  return accepted;
}

const toEvent = ({ id, happenedAt, happenedOn, stage }: Placed): ComplaintEvent => ({
  id,
  happenedAt,
  happenedOn,
  stage: stageOf(stage),
});

interface Change {
  complaint: StoredComplaint;
  before: readonly ComplaintEvent[];
  after: readonly ComplaintEvent[];
}

/** Brings the complaints' own columns and the cells into step with what their events now say. */
async function keepInStep(transaction: Transaction, changes: readonly Change[]): Promise<void> {
  await saveComplaintStates(
    transaction,
    changes.map(({ complaint, after }) => ({ id: complaint.id, ...complaintHistory(complaint, after) })),
  );
  const deltas: CellDelta[] = changes.flatMap(({ complaint, before, after }) => [
    ...complaintDeltas(complaint, before, -1),
    ...complaintDeltas(complaint, after, 1),
  ]);
  await applyCells(transaction, COMPLAINT_CELL, deltas);
}
