import { columnNames } from '../csv/column-names.ts';
import { rowFault } from '../mapping/row-fault.ts';
import type { SourceFile } from '../source-file.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { fileHead } from './file-head.ts';
import type { Format, FormatOptions, OpenedFile, SourceRecord } from './format.ts';
import { heardXml, readXml, RefusedXml } from './xml/bounded-xml.ts';
import { SharedStrings, TooManyTexts } from './xlsx/shared-strings.ts';
import { type SheetRow, SheetRows } from './xlsx/sheet-rows.ts';
import { openArchive, type WorkbookArchive } from './xlsx/workbook-archive.ts';
import { type Workbook, type WorkbookSheet, workbookIn } from './xlsx/workbook-parts.ts';

const ARCHIVE = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
const OLD_OR_LOCKED = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/** A few bytes of a workbook can hold very many empty cells: no more of them are handed on at once. */
const MOST_CELLS_AT_ONCE = 100_000;

/** Any table in an Excel workbook: its first sheet that is not hidden, or the one that is named. */
export const xlsx: Format = {
  code: 'xlsx',
  title: 'Excel',

  recognises({ bytes }) {
    return startsWith(bytes, ARCHIVE) && /xl\/(?:workbook|worksheets|_rels)/.test(bytes.toString('latin1'));
  },

  async open(file, options) {
    try {
      return await opened(file, options);
    } catch (error) {
      throw inWords(file, error);
    }
  },
};

async function opened(file: SourceFile, { sheet: wanted }: FormatOptions): Promise<OpenedFile> {
  const { bytes } = await fileHead(file);
  if (startsWith(bytes, OLD_OR_LOCKED)) {
    throw new UnreadableFile(
      `${file.name} is locked with a password or kept in the old .xls form. Save it as .xlsx without a password.`,
    );
  }
  if (!startsWith(bytes, ARCHIVE))
    throw new UnreadableFile(`${file.name} is no .xlsx workbook. Save its table as .xlsx.`);
  const archive = await openArchive(file);
  const workbook = await workbookIn(archive, file.name);
  const sheet = sheetOf(workbook, wanted, file.name);
  const strings = new SharedStrings();
  if (workbook.stringsPart !== undefined) await readXml(archive.text(workbook.stringsPart), strings);

  const { texts } = strings;
  const header = await headerOf(rowsIn(archive, sheet, { ...workbook, texts }));
  if (header === undefined) {
    throw new UnreadableFile(
      `The sheet ${sheet.name} of ${file.name} has no row of column names at its head. Put them into its first row.`,
    );
  }
  const columns = columnNames(header.cells);
  return {
    sheets: [{ name: sheet.name, columns: columns.map((name) => ({ name })), preset: {} }],
    workbookSheets: workbook.sheets.filter(({ hidden }) => !hidden).map(({ name }) => name),
    passedOver: () => new Map(),
    check: () => archive.check(sheet.part),
    async *records(onRead) {
      try {
        const width = columns.length;
        for await (const rows of rowsIn(archive, sheet, { ...workbook, texts, width }, onRead)) {
          const some = rows.filter(
            ({ number, cells, fault }) => number > header.number && (fault !== undefined || cells.some(isFilled)),
          );
          const atOnce = Math.ceil(MOST_CELLS_AT_ONCE / width);
          for (let from = 0; from < some.length; from += atOnce) {
            yield some.slice(from, from + atOnce).map((row) => new WorkbookRow(row, width));
          }
        }
      } catch (error) {
        throw inWords(file, error);
      }
    },
  };
}

function sheetOf({ sheets }: Workbook, wanted: string | undefined, fileName: string): WorkbookSheet {
  const sheet =
    wanted === undefined
      ? (sheets.find(({ hidden }) => !hidden) ?? sheets[0])
      : sheets.find(({ name }) => name === wanted);
  if (sheet !== undefined) return sheet;
  throw new UnreadableFile(
    wanted === undefined
      ? `${fileName} has no sheets. Save its table as .xlsx again.`
      : `${fileName} has no sheet called ${wanted}. It has: ${namesOf(sheets)}.`,
  );
}

/** The names of sheets, as many as somebody reads. */
function namesOf(sheets: readonly WorkbookSheet[]): string {
  const names = sheets.slice(0, 20).map(({ name }) => name.slice(0, 60));
  return `${names.join(', ')}${sheets.length > names.length ? ' …' : ''}`;
}

async function* rowsIn(
  archive: WorkbookArchive,
  { part }: WorkbookSheet,
  sources: ConstructorParameters<typeof SheetRows>[0],
  onRead?: (bytes: number) => void,
): AsyncGenerator<SheetRow[]> {
  const rows = new SheetRows(sources);
  for await (const _ of heardXml(archive.text(part, onRead), rows)) {
    const complete = rows.take();
    if (complete.length > 0) yield complete;
  }
}

async function headerOf(rows: AsyncIterable<SheetRow[]>): Promise<SheetRow | undefined> {
  for await (const some of rows) {
    const header = some.find(({ cells, fault }) => fault !== undefined || cells.some(isFilled));
    if (header !== undefined) return header.fault === undefined ? header : undefined;
  }
  return undefined;
}

/** A row of a sheet. Cells at its end that are empty are not kept in workbooks, so that a short row is a whole one. */
class WorkbookRow implements SourceRecord {
  readonly line: number;
  readonly cells: string[];
  readonly problem: SourceRecord['problem'];

  constructor({ number, cells, fault }: SheetRow, columns: number) {
    this.line = number;
    this.cells = cells;
    while (cells.length < columns) cells.push('');
    this.problem = rowFault({ line: number, raw: '', cells, fault }, columns);
  }

  get raw(): string {
    return JSON.stringify(this.cells);
  }
}

const isFilled = (cell: string): boolean => cell.trim() !== '';

const startsWith = (bytes: Buffer, start: Buffer): boolean => bytes.subarray(0, start.length).equals(start);

function inWords(file: SourceFile, error: unknown): unknown {
  if (error instanceof RefusedXml) {
    return new UnreadableFile(
      `${file.name} is no workbook that can be read: its XML is broken or hostile. Save it again as .xlsx.`,
    );
  }
  if (error instanceof TooManyTexts) {
    return new UnreadableFile(
      `${file.name} holds more text than can be read at once. Save the table as CSV UTF-8 and import that.`,
    );
  }
  return error;
}
