import type { SourceFile } from '../source-file.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { columnNames } from './column-names.ts';
import { type CsvRecord, CsvRecords } from './csv-records.ts';
import { decodedText } from './decoded-text.ts';
import { announcedDelimiter, delimiterOf } from './delimiter.ts';
import { withWrongCellsTold } from './set-aside.ts';
import { type TextLine, textLines } from './text-lines.ts';
import { isMarked, noWrongBytes } from './wrong-bytes.ts';
import { refuseAnotherEncoding } from './wrong-lines.ts';

export interface CsvOptions {
  encoding?: string;
  /** Found from the first lines when left out. */
  delimiter?: string;
}

/** A delimited text file, read as a stream as often as needed. */
export interface CsvFile {
  name: string;
  bytes: number;
  delimiter: string;
  /** Names of the columns, each one different. */
  columns: readonly string[];
  /** The records below the header, as many at a time as a piece of the file completes. */
  records(onRead?: (bytes: number) => void): AsyncGenerator<CsvRecord[]>;
  /** Reads the whole file and throws when most of it is not text in its encoding; single lines are records with a fault. */
  check(): Promise<void>;
}

/** Opens a CSV file: settles encoding, delimiter and columns from its head. Throws `UnreadableFile`. */
export async function openCsv(file: SourceFile, options: CsvOptions = {}): Promise<CsvFile> {
  const head = await headOf(file, options);
  const announced = announcedDelimiter(head[0]?.text ?? '');
  const delimiter = options.delimiter ?? announced ?? delimiterOf(head);
  const header = new CsvRecords(delimiter).push(announced === undefined ? head : head.slice(1))[0];
  if (header !== undefined && isMarked(header.raw)) await refuseAnotherEncoding(file, options.encoding);
  if (header === undefined || header.fault !== undefined) {
    throw new UnreadableFile(
      `${file.name} has no line of column names at its head. Put the names of the columns into the first line.`,
    );
  }
  async function* records(onRead?: (bytes: number) => void): AsyncGenerator<CsvRecord[]> {
    const records = new CsvRecords(delimiter);
    const isRow = ({ line }: CsvRecord): boolean => line > (header as CsvRecord).line;
    const bytewise = { isSo: false };
    const wrongBytes = noWrongBytes();
    const told = (some: CsvRecord[]): CsvRecord[] =>
      wrongBytes.found ? some.map((record) => withWrongCellsTold(record, wrongBytes.cutOff)) : some;
    for await (const lines of textLines(decodedText(file, { ...options, onRead, bytewise, wrongBytes }), bytewise)) {
      yield told(
        records.push(announced === undefined ? lines : lines.filter(({ number }) => number > 1)).filter(isRow),
      );
    }
    yield told(records.end().filter(isRow));
  }
  return {
    name: file.name,
    bytes: file.bytes,
    delimiter,
    columns: columnNames(header.cells),
    records,
    check: async () => {
      const wrongBytes = noWrongBytes();
      for await (const piece of decodedText(file, { ...options, bytewise: { isSo: false }, wrongBytes })) void piece;
      if (wrongBytes.found) await refuseAnotherEncoding(file, options.encoding);
    },
  };
}

async function headOf(file: SourceFile, options: CsvOptions): Promise<TextLine[]> {
  for await (const lines of textLines(decodedText(file, { ...options, wrongBytes: noWrongBytes() }))) {
    if (lines.some(({ text }) => text.trim() !== '')) return lines;
  }
  throw new UnreadableFile(`${file.name} holds nothing but blank lines.`);
}
