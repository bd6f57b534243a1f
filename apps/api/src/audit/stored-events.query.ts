import type { Database } from '../database/database.ts';
import type { Scope } from '../database/scope.ts';
import type { StoredEvent } from './audit-event.ts';

const PAGE = 2_000;

/** The instant in microseconds, so that not the least change of it can hide behind rounding. */
export const EVENT_COLUMNS = `e.organisation_id as "organisationId", e.seq::float8 as seq,
  trunc(extract(epoch from e.at) * 1000000)::text as microseconds,
  e.actor_kind as "actorKind", e.actor_id as "actorId", e.actor_name as "actorName", e.address, e.action,
  e.subject_kind as "subjectKind", e.subject, e.records, e.details,
  encode(e.previous_hash, 'hex') as "previousHash", encode(e.hash, 'hex') as hash`;

const PAGE_SQL = `select ${EVENT_COLUMNS} from audit_event e
where e.organisation_id = $1 and ($2::bigint is null or e.seq > $2) and e.seq <= $3 order by e.seq limit ${PAGE}`;

export interface EventRow extends Omit<StoredEvent, 'actor' | 'at'> {
  microseconds: string;
  actorKind: 'person' | 'key' | 'system';
  actorId: string | null;
  actorName: string;
  address: string | null;
}

/**
 * The events after one place up to another, in the order of their numbers, page by page in transactions of their own:
 * a trail only grows, so pages read one after the other fit together however slowly they are taken.
 */
export async function* storedEvents(
  database: Database,
  scope: Scope,
  { after, upTo }: { after: number | null; upTo: number },
): AsyncGenerator<StoredEvent[]> {
  for (let last = after; ;) {
    const rows = await database.inScope(scope, ({ query }) =>
      query<EventRow>(PAGE_SQL, [scope.organisationId, last, upTo]),
    );
    if (rows.length > 0) yield rows.map(toEvent);
    if (rows.length < PAGE) return;
    last = rows.at(-1)?.seq ?? last;
  }
}

export function toEvent({ microseconds, actorKind, actorId, actorName, address, ...row }: EventRow): StoredEvent {
  return {
    ...row,
    at: instantOf(microseconds),
    actor: { kind: actorKind, id: actorId, name: actorName, address },
  };
}

/** As it was hashed; an instant Bedside would not have written stays recognisable as another. */
function instantOf(microseconds: string): string {
  const milliseconds = Number(microseconds) / 1000;
  const date = new Date(milliseconds);
  return Number.isInteger(milliseconds) && !Number.isNaN(date.getTime()) ? date.toISOString() : microseconds;
}
