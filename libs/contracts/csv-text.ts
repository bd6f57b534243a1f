/** A cell as it leaves: numbers stay numbers, absence is an empty cell. */
export type CsvCell = string | number | null;

/** A spreadsheet takes a cell that begins like this for a formula, and runs it. */
const LIKE_A_FORMULA = /^[=+\-@\t\r]/;
const NEEDS_QUOTES = /[",\r\n]/;
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * A table as CSV (RFC 4180) that a spreadsheet opens with every letter right and nothing run: UTF-8 with its mark, and
 * words that look like a formula turned into text by an apostrophe.
 */
export function csvText(headings: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return BYTE_ORDER_MARK + [headings, ...rows].map(csvLine).join('');
}

/** A line of such a table, for one that is too long to be written at once. */
export const csvLine = (cells: readonly CsvCell[]): string => `${cells.map(cellText).join(',')}\r\n`;

function cellText(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = LIKE_A_FORMULA.test(cell) ? `'${cell}` : cell;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
