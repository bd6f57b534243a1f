import type { RowField } from '#contracts/ingest/row-field.ts';
import { RefusedRowError } from '../rows/candidate.ts';
import { checkOf, checkScore } from '../rows/row-validator.ts';
import { placeOf } from './mappable-fields.ts';
import type { Mapping } from './mapping.ts';
import { type CellReader, readerOf } from './read-cell.ts';
import { Refusal } from './refusal.ts';
import { problemOf } from './row-fault.ts';
import { NOT_ANSWERED, withValues } from './value-map.ts';

/** Reads the cells of the column that feeds a field. */
export function feedReader(name: string, field: RowField, mapping: Mapping): CellReader {
  return withValues(name, field, readerOf(name, field, mapping), mapping.values?.[name]);
}

/** Texts of which a column holds few different ones; others say something new in every row. */
const FEW: ReadonlySet<string> = new Set(['department', 'site', 'language', 'touchpoint']);
const REMEMBERED = 2_000;

/**
 * Reads a cell and checks what it says by the rules of its field; undefined where it says nothing. Throws
 * `RefusedRowError`. What a cell of few answers stands for is found out once.
 */
export function feedChecker(name: string, field: RowField, read: CellReader): (cell: string) => unknown {
  const check = checkOf(field);
  const { scored } = placeOf(name);
  const one = (cell: string): unknown => {
    const text = cell.trim();
    if (text === '') return undefined;
    const given = read(text);
    if (given instanceof Refusal) throw new RefusedRowError(problemOf(name, given));
    if (given === NOT_ANSWERED) return undefined;
    return scored === undefined || field.type !== 'integer'
      ? check(given, name)
      : checkScore(given, name, field.min, field.max);
  };
  const isFew = field.type === 'text' ? FEW.has(name) : field.type !== 'instant';
  if (!isFew) return one;
  const known = new Map<string, unknown>();
  return (cell) => {
    const before = known.get(cell);
    if (before !== undefined || known.has(cell)) return before;
    const value = one(cell);
    if (known.size < REMEMBERED) known.set(cell, value);
    return value;
  };
}
