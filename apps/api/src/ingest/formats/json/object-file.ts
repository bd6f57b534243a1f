import type { Problem } from '../../rows/candidate.ts';
import type { SourceFile } from '../../source-file.ts';
import { UnreadableFile } from '../../unreadable-file.ts';
import { fileHead } from '../file-head.ts';
import type { FormatOptions, OpenedFile, Sheet, SourceRecord } from '../format.ts';
import { sheetRecord } from '../sheet-record.ts';
import { jsonItems } from './json-items.ts';
import { jsonHead } from './json-layout.ts';
import type { ObjectItem } from './object-item.ts';

/** One row that an object tells, by column. */
export interface ObjectRow {
  sheet?: number;
  cells: Readonly<Record<string, string>>;
  retracts?: boolean;
  mergedInto?: SourceRecord['mergedInto'];
  problem?: Problem;
}

/** How the objects of a file become the rows of its sheets. */
export interface ObjectReader {
  /** Hears every object once before the first row is read, where columns depend on what the file holds. */
  meet?(item: ObjectItem): void;
  /** The sheets, once every object has been met. */
  sheets(): readonly Sheet[];
  /** The rows of an object, or in words why it is passed over; undefined where it is no row at all, but a heading. */
  rowsOf(item: ObjectItem): readonly ObjectRow[] | string | undefined;
  /** True where the text of an object that cannot be read may be kept, since any part of it may be mapped. */
  keepsText?: boolean;
}

/** Opens a file of JSON objects; documents may hold them in lists of the given names. */
export async function openJson(
  file: SourceFile,
  { encoding }: FormatOptions,
  lists: readonly string[],
  reader: ObjectReader,
): Promise<OpenedFile> {
  const head = jsonHead(await fileHead(file, encoding), lists);
  if (head === undefined) {
    throw new UnreadableFile(`${file.name} does not begin as JSON does. Export it as JSON and send it unchanged.`);
  }
  const { layout } = head;
  return openItems((onRead) => jsonItems(file, { layout, lists, encoding, onRead }), reader);
}

/** Opens what can be read as objects, and reads all of it once, so that a broken file is refused before its first row. */
export async function openItems(
  itemsOf: (onRead?: (bytes: number) => void) => AsyncIterable<ObjectItem[]>,
  reader: ObjectReader,
): Promise<OpenedFile> {
  for await (const some of itemsOf()) for (const item of some) if (item.problem === undefined) reader.meet?.(item);
  const sheets = reader.sheets();
  const passedOver = new Map<string, number>();

  const recordsOf = (item: ObjectItem): SourceRecord[] => {
    const { position: line, problem } = item;
    if (problem !== undefined) {
      const cells = (sheets[0]?.columns ?? []).map(() => '');
      return [{ line, raw: reader.keepsText === true ? item.text : '', cells, problem }];
    }
    const rows = reader.rowsOf(item);
    if (typeof rows === 'string') passedOver.set(rows, (passedOver.get(rows) ?? 0) + 1);
    if (rows === undefined || typeof rows === 'string') return [];
    return rows.map(({ sheet = 0, ...row }) => sheetRecord(line, sheet, sheets[sheet]?.columns ?? [], row));
  };
  return {
    sheets,
    passedOver: () => passedOver,
    check: () => Promise.resolve(),
    async *records(onRead) {
      passedOver.clear();
      for await (const some of itemsOf(onRead)) yield some.flatMap(recordsOf);
    },
  };
}
