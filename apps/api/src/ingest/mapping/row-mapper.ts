import { RefusedRowError } from '../rows/candidate.ts';
import { type CheckedRow, refuseMissing } from '../rows/row-validator.ts';
import type { ColumnPlan } from './column-plan.ts';
import { feedChecker, feedReader } from './feed-reader.ts';
import { type MappableFields, placeOf, putField } from './mappable-fields.ts';
import { MappedRow } from './mapped-row.ts';
import type { Mapping } from './mapping.ts';
import { readerOf } from './read-cell.ts';
import { Refusal } from './refusal.ts';
import { problemOf, rowFault } from './row-fault.ts';
import type { MappedRecord, RowReader } from './row-reader.ts';
import { checkedValue, NOT_ANSWERED } from './value-map.ts';

/** Makes candidate rows out of the records of a file. Throws `MappingRefused` for constants and values that do not fit. */
export function rowMapper(
  columns: number,
  { feeds }: ColumnPlan,
  mapping: Mapping,
  fields: MappableFields,
): (record: MappedRecord) => MappedRow {
  const fieldOf = (name: string) => {
    const field = fields.get(name);
    if (field === undefined) throw new Error(`${name} was not checked against the fields`);
    return field;
  };
  const fed = feeds.map(({ index, field }) => {
    const read = feedReader(field, fieldOf(field), mapping);
    const { scored } = placeOf(field);
    return { index, field, scored, read, checked: feedChecker(field, fieldOf(field), read) };
  });
  const atSite = mapping.site === undefined || 'site' in (mapping.constants ?? {}) ? {} : { site: mapping.site };
  const constants = Object.entries({ ...atSite, ...mapping.constants }).map(([name, text]): [string, unknown] => [
    name,
    checkedValue(name, fieldOf(name), readerOf(name, fieldOf(name), mapping), text),
  ]);
  const required = [...fields].flatMap(([name, field]) => (field.required ? [name] : []));
  const nothing = Object.fromEntries(
    fed.flatMap(({ field, scored }) => (scored === undefined ? [[field, undefined]] : [])),
  );
  const unscored = Object.fromEntries(fed.flatMap(({ scored }) => (scored === undefined ? [] : [[scored, null]])));
  const isScored = fed.some(({ scored }) => scored !== undefined);
  // One object for all rows, with every field in it from the beginning.
  const row: CheckedRow = { ...nothing, ...Object.fromEntries(constants), scores: undefined };
  const scores: Record<string, unknown> = { ...unscored };

  const reader: RowReader = {
    feeds,
    columns,
    read(record) {
      const value: Record<string, unknown> = {};
      const { cells } = record;
      const fault = rowFault(record, columns, cells, feeds);
      if (fault !== undefined) return { value, problem: record.problem ?? fault };
      for (const [name, constant] of constants) putField(value, name, constant);
      for (const { index, field, read } of fed) {
        const cell = (cells[index] ?? '').trim();
        if (cell === '') continue;
        const given = read(cell);
        if (given instanceof Refusal) return { value, problem: record.problem ?? problemOf(field, given) };
        if (given !== NOT_ANSWERED) putField(value, field, given);
      }
      return { value, problem: record.problem };
    },
    checked(record) {
      const { cells } = record;
      const fault = record.problem ?? rowFault(record, columns, cells, feeds);
      if (fault !== undefined) throw new RefusedRowError(fault);
      row.scores = undefined;
      if (isScored) Object.assign(scores, unscored);
      for (const [name, constant] of constants) putField(row, name, constant);
      for (const { index, field, scored, checked } of fed) {
        const given = checked(cells[index] ?? '');
        if (scored === undefined) row[field] = given;
        else if (given !== undefined) {
          scores[scored] = given;
          row.scores = scores;
        }
      }
      for (const name of required) if (row[name] === undefined) refuseMissing(name);
      return row;
    },
  };
  return (record) => new MappedRow(record, reader);
}
