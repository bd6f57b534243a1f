import type { CsvRecord } from '../../csv/csv-records.ts';
import { CsvRecords } from '../../csv/csv-records.ts';
import { decodedText } from '../../csv/decoded-text.ts';
import { DELIMITERS } from '../../csv/delimiter.ts';
import { withWrongCellsTold } from '../../csv/set-aside.ts';
import { textLines } from '../../csv/text-lines.ts';
import { noWrongBytes } from '../../csv/wrong-bytes.ts';
import { refuseAnotherEncoding } from '../../csv/wrong-lines.ts';
import type { SourceFile } from '../../source-file.ts';
import { UnreadableFile } from '../../unreadable-file.ts';
import type { FileHead, FormatOptions } from '../format.ts';
import { type FftHead, fftHead } from './fft-columns.ts';

/** Titles and notes may stand above the names of the columns. */
export const HEAD_ROWS = 60;

/** A table of the test, whatever it is written in. */
export interface FftTable {
  /** What the file says of itself: its name, the name of the sheet, the lines above the table. */
  titles: readonly string[];
  names: readonly string[];
  head: FftHead;
  /** Every row of the file, those above the table too; `line` tells them apart. */
  rows(onRead?: (bytes: number) => void): AsyncIterable<CsvRecord[]>;
  headLine: number;
  check?(): Promise<void>;
}

/** Where the names of the columns stand among the first rows; undefined where none of them are. */
export function headAmong(
  rows: readonly CsvRecord[],
): (Pick<FftTable, 'names' | 'head' | 'headLine'> & { above: string[] }) | undefined {
  for (const [index, { cells, line }] of rows.slice(0, HEAD_ROWS).entries()) {
    const head = fftHead(cells);
    if (head === undefined) continue;
    const above = rows.slice(0, index).map((row) => row.cells.join(' ').trim());
    return { names: cells, head, headLine: line, above };
  }
  return undefined;
}

/** The first rows of what may be a delimited table, by the delimiter that shows its head. */
export function delimitedHead({ text = '' }: Pick<FileHead, 'text'>, wanted?: string) {
  const lines = text
    .split(/\r\n|\n|\r/, HEAD_ROWS * 2)
    .map((line, index) => ({ number: index + 1, text: line.normalize('NFC') }));
  for (const delimiter of wanted === undefined ? DELIMITERS : [wanted]) {
    const found = headAmong(new CsvRecords(delimiter).push(lines));
    if (found !== undefined) return { delimiter, ...found };
  }
  return undefined;
}

export function delimitedTable(file: SourceFile, head: FileHead, options: FormatOptions): FftTable {
  const found = delimitedHead(head, options.delimiter);
  if (found === undefined) throw new UnreadableFile(noFft(file.name));
  const { delimiter, above, ...table } = found;
  return {
    ...table,
    titles: [file.name, ...above],
    async *rows(onRead) {
      const records = new CsvRecords(delimiter);
      const wrongBytes = noWrongBytes();
      const told = (record: CsvRecord): CsvRecord => withWrongCellsTold(record, wrongBytes.cutOff);
      for await (const lines of textLines(decodedText(file, { ...options, onRead, wrongBytes }))) {
        yield records.push(lines).map(told);
      }
      yield records.end().map(told);
    },
    check: () => refuseAnotherEncoding(file, options.encoding),
  };
}

export const noFft = (name: string): string =>
  `${name} has no table of the Friends and Family Test: a row of column names with the six answers, such as ` +
  '1 Very Good SUM to 6 Dont Know SUM, and the codes of organisation, site or ward. Import it as csv or xlsx.';
