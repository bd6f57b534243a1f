import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import type { RefusalCode } from '#contracts/ingest/refusal-code.ts';
import type { EntryState } from '#contracts/quarantine.dto.ts';
import type { Transaction } from '../../database/database.ts';
import type { Reading } from '../../ingest/rows/row-origin.ts';

/** A row that was set aside, with all that reading it again takes. */
export interface StoredEntry {
  id: string;
  sourceId: string;
  kind: FactKind;
  row: number;
  retracts: boolean;
  /** Its cells by column where a mapping read it, its values by field where it came as JSON; null where neither is kept. */
  cells: Readonly<Record<string, unknown>> | null;
  /** What people have put in the place of what it says, by field. */
  mended: Readonly<Record<string, unknown>> | null;
  readingId: string | null;
  /** True where its source itself says what is wrong with it. */
  stays: boolean;
  state: EntryState;
  field: string | null;
  code: RefusalCode;
  message: string;
}

const ENTRIES_SQL = `select q.id, q.source_id as "sourceId", q.kind, q.row_number::float8 as "row", q.retracts, q.cells,
  q.mended, q.reading_id as "readingId", q.stays, q.state, q.field, q.code, q.message
from quarantine q where q.organisation_id = $1::uuid and q.id = any ($2::uuid[])`;

/** The entries of these ids, in their order; those that are gone are left out. */
export async function storedEntries(
  { query, scope }: Transaction,
  ids: readonly string[],
  hold = false,
): Promise<StoredEntry[]> {
  const rows = await query<StoredEntry>(`${ENTRIES_SQL}${hold ? ' order by q.id for update' : ''}`, [
    scope.organisationId,
    ids,
  ]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** How rows of files were read, by the ids under which that is kept. */
export type Readings = ReadonlyMap<string, Reading>;

const READINGS_SQL = `select id, reading from quarantine_reading
where organisation_id = $1::uuid and id = any ($2::uuid[])`;

export async function readingsOf(
  { query, scope }: Transaction,
  entries: readonly Pick<StoredEntry, 'readingId'>[],
): Promise<Readings> {
  const ids = new Set(entries.flatMap(({ readingId }) => readingId ?? []));
  if (ids.size === 0) return new Map();
  const rows = await query<{ id: string; reading: Reading }>(READINGS_SQL, [scope.organisationId, [...ids]]);
  return new Map(rows.map(({ id, reading }) => [id, reading]));
}
