import { CsvRecords } from './csv-records.ts';
import type { TextLine } from './text-lines.ts';

/** What may stand between two cells. */
export const DELIMITERS = [',', ';', '\t', '|', ':'] as const;

/** How many records at the head of a file are looked at. */
const SAMPLE_RECORDS = 25;

/**
 * The delimiter of a file, told from its first lines: the one that cuts the most of them into as many cells as the header
 * has. A file in which none of them occurs has a single column.
 */
export function delimiterOf(head: readonly TextLine[]): string {
  let best = { delimiter: ',', even: 0, columns: 1 };
  for (const delimiter of DELIMITERS) {
    const records = new CsvRecords(delimiter).push(head).slice(0, SAMPLE_RECORDS);
    const columns = records[0]?.cells.length ?? 0;
    if (columns < 2) continue;
    const even = records.filter(({ cells }) => cells.length === columns).length / records.length;
    if (even > best.even || (even === best.even && columns > best.columns)) best = { delimiter, even, columns };
  }
  return best.delimiter;
}

/** The delimiter named by a first line such as `sep=;`, which spreadsheets write and understand. */
export function announcedDelimiter(firstLine: string): string | undefined {
  return /^sep=(.)$/i.exec(firstLine.trim())?.[1];
}
