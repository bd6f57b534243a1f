import { NotFoundException } from '@nestjs/common';
import type { QuarantineEntryDto, QuarantineFieldDto } from '#contracts/quarantine.dto.ts';
import type { RowField } from '#contracts/ingest/row-field.ts';
import type { Transaction } from '../../database/database.ts';
import { versionOf } from '../../editing/version.ts';
import { mappableFields, placeOf } from '../../ingest/mapping/mappable-fields.ts';
import { ownDirectory } from '../../ingest/running/own-directory.ts';
import { EntryReader } from '../drive/entry-reader.ts';
import { faultsOf } from '../drive/faults.ts';
import { keptMappings } from '../drive/kept-mappings.query.ts';
import { readingsOf, storedEntries, type StoredEntry } from '../drive/stored-entry.query.ts';
import { describeRow, type ListedRow, ROW_JOINS_SQL, ROW_SQL } from './rows.query.ts';

const ENTRY_SQL = `select ${ROW_SQL}, q.raw from quarantine q ${ROW_JOINS_SQL}
where q.organisation_id = $1::uuid and q.id = $2::uuid`;

const ALIKE_SQL = `select count(*)::int as alike from quarantine q
join quarantine one on one.organisation_id = q.organisation_id and one.id = $2::uuid
where q.organisation_id = $1::uuid and q.id <> one.id and q.state = 'open' and q.source_id = one.source_id
  and q.kind = one.kind and q.field = one.field and q.code = one.code and q.said = one.said`;

/** What a mending is a change of. */
export const mendingOf = ({ state, mended }: StoredEntry) => ({ state, mended });

/** One row that was set aside, whole: its text, what each field says, and everything that is still wrong with it. */
export async function describeEntry(transaction: Transaction, id: string, now: number): Promise<QuarantineEntryDto> {
  const { query, scope } = transaction;
  const [listed] = await query<ListedRow & { raw: string }>(ENTRY_SQL, [scope.organisationId, id]);
  const [entry] = await storedEntries(transaction, [id]);
  if (listed === undefined || entry === undefined) throw unknownRow();
  const directory = await ownDirectory(transaction);
  const readings = await readingsOf(transaction, [entry]);
  const reader = new EntryReader({ directory, readings, kept: await keptMappings(transaction) });
  const faults = entry.state === 'open' ? await faultsOf(entry, reader, directory, now) : [];
  const [counted] = await query<{ alike: number }>(ALIKE_SQL, [scope.organisationId, id]);
  const { raw, ...row } = listed;
  return {
    ...describeRow(row),
    ...{ raw, retracts: entry.retracts, faults, alike: counted?.alike ?? 0, mapped: entry.readingId !== null },
    fields: fieldsOf(
      entry,
      reader,
      directory.touchpoints.map(({ code }) => code),
      faults.flatMap(({ field }) => field ?? []),
    ),
    version: versionOf(mendingOf(entry)),
  };
}

export const unknownRow = (): NotFoundException =>
  new NotFoundException('This row is not kept any more, or never was set aside.');

function fieldsOf(
  entry: StoredEntry,
  reader: EntryReader,
  touchpoints: readonly string[],
  atFault: readonly string[],
): QuarantineFieldDto[] {
  const columns = reader.columnsOf(entry);
  const { value } = reader.candidateOf(entry, atFault);
  return [...mappableFields(entry.kind, touchpoints)].map(([name, field]) => {
    const column = columns.get(name) ?? null;
    const cell = column === null ? cellOf(entry, name) : entry.cells?.[column];
    const mended = entry.mended !== null && Object.hasOwn(entry.mended, name);
    return {
      ...describeField(name, field),
      ...{ column, cell: cell === undefined || cell === null ? null : textOf(cell), mended },
      value: valueOf(mended ? entry.mended?.[name] : valueIn(value, name)),
    };
  });
}

/** What a row that came as JSON says in a field. */
function cellOf({ readingId, cells }: StoredEntry, name: string): unknown {
  return readingId === null && cells !== null ? valueIn(cells, name) : undefined;
}

function valueIn(value: Readonly<Record<string, unknown>>, name: string): unknown {
  const { scored } = placeOf(name);
  if (scored === undefined) return value[name];
  const { scores } = value;
  return typeof scores === 'object' && scores !== null ? (scores as Record<string, unknown>)[scored] : undefined;
}

const textOf = (cell: unknown): string => (typeof cell === 'string' ? cell : JSON.stringify(cell));

function valueOf(value: unknown): QuarantineFieldDto['value'] {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : null;
}

function describeField(name: string, field: RowField) {
  return {
    ...{ name, required: field.required === true },
    type: field.type,
    codes: field.type === 'code' || field.type === 'codes' ? [...field.codes] : [],
    min: field.type === 'integer' || field.type === 'number' ? field.min : null,
    max: field.type === 'integer' || field.type === 'number' ? field.max : null,
  };
}
