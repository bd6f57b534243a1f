import type { CsvRecord } from '../csv/csv-records.ts';
import type { SourceRecord } from '../formats/format.ts';
import type { Candidate, Problem } from '../rows/candidate.ts';
import type { Reading, RowOrigin } from '../rows/row-origin.ts';
import type { ColumnPlan } from './column-plan.ts';
import { type MappableFields, placeOf, putField } from './mappable-fields.ts';
import type { Mapping } from './mapping.ts';
import { readerOf } from './read-cell.ts';
import { Refusal } from './refusal.ts';
import { rowFault } from './row-fault.ts';
import { checkedValue, NOT_ANSWERED, withValues } from './value-map.ts';

/** Makes candidate rows out of the records of a file. Throws `MappingRefused` for constants and values that do not fit. */
export function rowMapper(
  columns: number,
  { feeds }: ColumnPlan,
  mapping: Mapping,
  fields: MappableFields,
): (record: CsvRecord) => Candidate {
  const fieldOf = (name: string) => {
    const field = fields.get(name);
    if (field === undefined) throw new Error(`${name} was not checked against the fields`);
    return field;
  };
  const fed = feeds.map(({ index, field }) => {
    const read = readerOf(field, fieldOf(field), mapping);
    const { scored } = placeOf(field);
    return { index, field, scored, read: withValues(field, fieldOf(field), read, mapping.values?.[field]) };
  });
  const atSite = mapping.site === undefined || 'site' in (mapping.constants ?? {}) ? {} : { site: mapping.site };
  const constants = Object.entries({ ...atSite, ...mapping.constants }).map(([name, text]): [string, unknown] => [
    name,
    checkedValue(name, fieldOf(name), readerOf(name, fieldOf(name), mapping), text),
  ]);

  return (record) => {
    const candidate = new MappedRow(record, feeds, columns);
    candidate.problem = rowFault(record, columns);
    if (candidate.problem !== undefined) return candidate;
    for (const [name, value] of constants) putField(candidate.value, name, value);
    const row = candidate.value;
    for (const { index, field, scored, read } of fed) {
      const cell = (record.cells[index] ?? '').trim();
      if (cell === '') continue;
      const value = read(cell);
      if (value instanceof Refusal) {
        candidate.problem = { field, code: value.code, message: `${field} ${value.message}.` };
        return candidate;
      }
      if (value === NOT_ANSWERED) continue;
      if (scored === undefined) row[field] = value;
      else ((row.scores ??= {}) as Record<string, unknown>)[scored] = value;
    }
    return candidate;
  };
}

/** A row as its file delivered it. What is kept aside of it, should it be refused, are the columns that were asked for and no others. */
class MappedRow implements Candidate {
  readonly row: number;
  value: Record<string, unknown> = {};
  problem?: Problem;
  reading?: Reading;

  constructor(
    private readonly record: CsvRecord & Pick<SourceRecord, 'problem'>,
    private readonly feeds: ColumnPlan['feeds'],
    private readonly columns: number,
  ) {
    this.row = record.line;
  }

  get weight(): number {
    return this.record.raw.length;
  }

  get raw(): string {
    return this.problem?.field === null ? this.record.raw : JSON.stringify(this.cells);
  }

  get origin(): RowOrigin {
    const id = this.feeds.find(({ field }) => field === 'externalId');
    const isCut = rowFault(this.record, this.columns) !== undefined;
    return {
      text: this.record.raw,
      cells: isCut ? null : this.cells,
      feeds: Object.fromEntries(this.feeds.map(({ field, column }) => [field, column])),
      ownId: id === undefined ? undefined : this.record.cells[id.index]?.trim(),
      stays: this.record.problem !== undefined,
    };
  }

  private get cells(): Record<string, string> {
    return Object.fromEntries(this.feeds.map(({ index, column }) => [column, this.record.cells[index] ?? '']));
  }
}
