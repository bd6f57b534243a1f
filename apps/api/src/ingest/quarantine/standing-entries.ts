import { uuidArray } from '../../database/binary-array.ts';
import type { Transaction } from '../../database/database.ts';
import type { Delivery } from './delivery.ts';

/** Where an entry is: waiting to be mended, done with, or left out for good. */
export type EntryState = 'open' | 'settled' | 'dismissed';

/** How an entry was settled: its row went in, or a newer word of its source on the same row took its place. */
export type SettledHow = 'stored' | 'newer';

/** An entry of the quarantine, held so that nobody else settles it meanwhile. */
export interface StandingEntry {
  id: string;
  rowId: string | null;
  state: EntryState;
  how: SettledHow | null;
  /** True where people have mended it. */
  isMended: boolean;
  /** True where people have mended it or left it out, or where it is done with: what a source sends again changes none of that. */
  isDecided: boolean;
  importId: string;
  position: number;
}

const PRESENT_SQL = `select
  exists (select 1 from quarantine where organisation_id = $1::uuid and source_id = $2::uuid and kind = $3) as present,
  exists (select 1 from quarantine where organisation_id = $1::uuid and source_id = $2::uuid and kind = $3
    and row_id is null) as nameless`;

/** Whether rows of a source stand in quarantine, and any of them without an id of their own. */
export async function standing(
  { client, scope }: Transaction,
  { sourceId, kind }: Pick<Delivery, 'sourceId' | 'kind'>,
): Promise<{ present: boolean; nameless: boolean }> {
  const { rows } = await client.query({
    name: 'quarantine-standing',
    text: PRESENT_SQL,
    values: [scope.organisationId, sourceId, kind],
  });
  return rows[0] as { present: boolean; nameless: boolean };
}

const NAMELESS_SQL = `select exists (select 1 from quarantine
where organisation_id = $1::uuid and source_id = $2::uuid and row_id is null) as nameless`;

/** Whether rows without ids of their own stand in quarantine, of whatever kind. */
export async function hasNameless({ query, scope }: Transaction, sourceId: string): Promise<boolean> {
  const [found] = await query<{ nameless: boolean }>(NAMELESS_SQL, [scope.organisationId, sourceId]);
  return found?.nameless ?? false;
}

const KNOWN_SQL = `select r.id from unnest($4::uuid[]) as r(id) where exists (select 1 from quarantine q
where q.organisation_id = $1::uuid and q.source_id = $2::uuid and q.kind = $3 and q.row_id = r.id)`;

/** Those of the natural keys under which any row has ever been set aside. */
export async function keysSetAside(
  { query, scope }: Transaction,
  { sourceId, kind }: Pick<Delivery, 'sourceId' | 'kind'>,
  rowIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (rowIds.length === 0) return new Set();
  const known = await query<{ id: string }>(KNOWN_SQL, [scope.organisationId, sourceId, kind, uuidArray(rowIds)]);
  return new Set(known.map(({ id }) => id));
}

/** Of a row that was sent bad a thousand times a thousand entries are kept, of which one waits. */
const HOLD_SQL = `select id, row_id as "rowId", state, settled_how as how, mended is not null as "isMended",
  mended is not null or state <> 'open' as "isDecided", import_id as "importId", position::float8 as position
from quarantine
where organisation_id = $1::uuid and source_id = $2::uuid and kind = $3
  and (id = any ($4::uuid[]) or (row_id = any ($5::uuid[]) and state = 'open'))
order by id for update`;

/**
 * Holds the entries of these ids, and those that wait of rows with these natural keys; all who write do so before they
 * hold rows.
 */
export async function holdEntries(
  { query, scope }: Transaction,
  { sourceId, kind }: Pick<Delivery, 'sourceId' | 'kind'>,
  ids: readonly string[],
  rowIds: readonly string[],
): Promise<Map<string, StandingEntry>> {
  if (ids.length + rowIds.length === 0) return new Map();
  const entries = await query<StandingEntry>(HOLD_SQL, [
    ...[scope.organisationId, sourceId, kind],
    uuidArray(ids),
    uuidArray(rowIds),
  ]);
  return new Map(entries.map((entry) => [entry.id, entry]));
}
