import type { Problem } from '../rows/candidate.ts';
import type { CsvRecord } from '../csv/csv-records.ts';
import type { Refusal } from './refusal.ts';

const FAULTS: Record<NonNullable<CsvRecord['fault']>, string> = {
  'too-long': 'The row is longer than a million characters: it is cut off, or a quote before it was never closed.',
  'malformed-quotes': 'A quoted cell goes on after its closing quote: quotes inside a cell have to be doubled ("").',
  'unclosed-quote':
    'A cell begins with a quote that is never closed properly: close it, or double the quotes inside the cell ("").',
};

/** Why a record of a delimited file is no row of a table with so many columns; undefined where it is one. */
export function rowFault(record: CsvRecord, columns: number, cells = record.cells): Problem | undefined {
  const { fault } = record;
  if (fault !== undefined) return { field: null, code: fault, message: FAULTS[fault] };
  if (cells.length === columns) return undefined;
  const surplus = cells.slice(columns).some((cell) => cell.trim() !== '');
  if (cells.length >= columns && !surplus) return undefined;
  return {
    field: null,
    code: 'wrong-columns',
    message: `The row has ${cells.length} ${cells.length === 1 ? 'column' : 'columns'} and the header ${columns}: a cell with the delimiter in it has to stand in quotes.`,
  };
}

/** What is wrong with a row of which a cell could not be read as its field. */
export const problemOf = (field: string, { code, message }: Refusal): Problem => ({
  field,
  code,
  message: `${field} ${message}.`,
});
