import { int4Array, uuidArray } from '../database/binary-array.ts';
import type { Transaction } from '../database/database.ts';
import {
  type Column,
  type ComplaintRecord,
  type ComplaintState,
  RECORD_COLUMNS,
  STATE_COLUMNS,
} from './complaint-columns.ts';

type Numbered = ComplaintRecord & { number: number };
type IdentifiedState = ComplaintState & { id: string };

const NEW: readonly Column<Numbered>[] = [
  ...RECORD_COLUMNS,
  { name: 'number', type: 'int4', encode: (rows) => int4Array(rows.map((row) => row.number)) },
];
const STATE: readonly Column<IdentifiedState>[] = [
  { name: 'id', type: 'uuid', encode: (rows) => uuidArray(rows.map(({ id }) => id)) },
  ...STATE_COLUMNS,
];

/** Stores complaints nobody has seen before. */
export async function insertComplaints(transaction: Transaction, rows: readonly Numbered[]): Promise<void> {
  await send(transaction, 'complaint-insert', insertSql(NEW), NEW, rows);
}

/** Replaces complaints, whose locks the caller holds, by their corrected rows; each keeps its number. */
export async function replaceComplaints(transaction: Transaction, rows: readonly ComplaintRecord[]): Promise<void> {
  await send(transaction, 'complaint-replace', updateSql(RECORD_COLUMNS), RECORD_COLUMNS, rows);
}

/** Brings the state that complaints carry into step with their events; the caller holds their locks. */
export async function saveComplaintStates(transaction: Transaction, rows: readonly IdentifiedState[]): Promise<void> {
  await send(transaction, 'complaint-state', updateSql(STATE), STATE, rows);
}

async function send<Row>(
  { client, scope }: Transaction,
  name: string,
  text: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return;
  await client.query({ name, text, values: [scope.organisationId, ...columns.map((column) => column.encode(rows))] });
}

const insertSql = (columns: readonly Column<never>[]): string => `insert into complaint
  (organisation_id, ${columns.map(({ name }) => name).join(', ')}, version)
select $1::uuid, ${columns.map(valueOf).join(', ')}, 1 from (select ${unnested(columns)}) x`;

/** Every change gives a new version, so that nobody acts on what is no longer so. */
const updateSql = (columns: readonly Column<never>[]): string => `update complaint c
set ${columns
  .filter(({ name }) => name !== 'id')
  .map((column) => `${column.name} = ${valueOf(column)}`)
  .join(', ')},
  version = c.version + 1
from (select ${unnested(columns)}) x where c.organisation_id = $1::uuid and c.id = x.id`;

const valueOf = ({ name, cast }: Column<never>): string => (cast ? `x.${name}::${cast}` : `x.${name}`);

const unnested = (columns: readonly Column<never>[]): string =>
  columns.map(({ name, type }, index) => `unnest($${index + 2}::${type}[]) ${name}`).join(', ');
