import type { Problem } from '../rows/candidate.ts';
import type { CsvRecord, NotText } from '../csv/csv-records.ts';
import type { Refusal } from './refusal.ts';

const FAULTS: Record<Exclude<NonNullable<CsvRecord['fault']>, NotText>, string> = {
  'too-long': 'The row is longer than a million characters: it is cut off, or a quote before it was never closed.',
  'malformed-quotes': 'A quoted cell goes on after its closing quote: quotes inside a cell have to be doubled ("").',
  'unclosed-quote':
    'A cell begins with a quote that is never closed properly: close it, or double the quotes inside the cell ("").',
};

const NO_TEXT: Record<NotText, string> = {
  'not-in-encoding':
    'holds letters in another encoding than the rest of the file, shown as \\x and two digits: write them anew here, or mend the line and send the file again.',
  'nul-character':
    'holds a NUL character, shown as \\x00: write what it says anew here, or mend the line and send the file again.',
  'cut-off': 'ends in the middle of a letter, and the file with it: it was cut off. Export it again.',
};

/**
 * Why a record of a delimited file is no row of a table with so many columns; undefined where it is one. Bytes that are no
 * text make it none only in a column that is read: `read` says which those are, all where it is left out.
 */
export function rowFault(
  record: CsvRecord,
  columns: number,
  cells = record.cells,
  read?: readonly { index: number; field: string }[],
): Problem | undefined {
  const { fault } = record;
  if (fault !== undefined) {
    if (!isNotText(fault)) return { field: null, code: fault, message: FAULTS[fault] };
    const isCut = widthFault(columns, cells) === undefined;
    if (!isCut || read === undefined) return { field: null, code: fault, message: `The row ${NO_TEXT[fault]}` };
    const wrong = read.find(({ index }) => record.wrongCells?.includes(index));
    return wrong && { field: wrong.field, code: fault, message: `${wrong.field} ${NO_TEXT[fault]}` };
  }
  return widthFault(columns, cells);
}

function widthFault(columns: number, cells: readonly string[]): Problem | undefined {
  if (cells.length === columns) return undefined;
  const surplus = cells.slice(columns).some((cell) => cell.trim() !== '');
  if (cells.length >= columns && !surplus) return undefined;
  return {
    field: null,
    code: 'wrong-columns',
    message: `The row has ${cells.length} ${cells.length === 1 ? 'column' : 'columns'} and the header ${columns}: a cell with the delimiter in it has to stand in quotes.`,
  };
}

const isNotText = (fault: NonNullable<CsvRecord['fault']>): fault is NotText => Object.hasOwn(NO_TEXT, fault);

/** What is wrong with a row of which a cell could not be read as its field. */
export const problemOf = (field: string, { code, message }: Refusal): Problem => ({
  field,
  code,
  message: `${field} ${message}.`,
});
