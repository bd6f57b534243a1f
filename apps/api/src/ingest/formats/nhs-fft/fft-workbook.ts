import type { CsvRecord } from '../../csv/csv-records.ts';
import type { SourceFile } from '../../source-file.ts';
import { UnreadableFile } from '../../unreadable-file.ts';
import type { FormatOptions } from '../format.ts';
import { heardXml, readXml } from '../xml/bounded-xml.ts';
import { SharedStrings } from '../xlsx/shared-strings.ts';
import { SheetRows } from '../xlsx/sheet-rows.ts';
import { openArchive } from '../xlsx/workbook-archive.ts';
import { workbookIn, type WorkbookSheet } from '../xlsx/workbook-parts.ts';
import { type FftTable, HEAD_ROWS, headAmong, noFft } from './fft-rows.ts';

/** A workbook tells the same answers by ward, by site and by organisation: only the finest is read. */
const FINENESS = ['org', 'site', 'ward'] as const;

/** The table of a workbook of the test: on the sheet that is named, else on the one that tells places apart most finely. */
export async function workbookTable(file: SourceFile, { sheet: wanted }: FormatOptions): Promise<FftTable> {
  const archive = await openArchive(file);
  const workbook = await workbookIn(archive, file.name);
  const strings = new SharedStrings();
  if (workbook.stringsPart !== undefined) await readXml(archive.text(workbook.stringsPart), strings);

  async function* rowsOf({ part }: WorkbookSheet, onRead?: (bytes: number) => void): AsyncGenerator<CsvRecord[]> {
    const rows = new SheetRows({ ...workbook, texts: strings.texts });
    for await (const _ of heardXml(archive.text(part, onRead), rows)) {
      const complete = rows.take();
      if (complete.length > 0)
        yield complete.map(({ number, cells, fault }) => ({ line: number, raw: '', cells, fault }));
    }
  }
  async function firstRows(sheet: WorkbookSheet): Promise<CsvRecord[]> {
    const first: CsvRecord[] = [];
    for await (const some of rowsOf(sheet)) {
      first.push(...some.slice(0, HEAD_ROWS - first.length));
      if (first.length >= HEAD_ROWS) break;
    }
    return first;
  }

  let best: { sheet: WorkbookSheet; found: NonNullable<ReturnType<typeof headAmong>>; fineness: number } | undefined;
  for (const sheet of workbook.sheets.filter(({ name, hidden }) =>
    wanted === undefined ? !hidden : name === wanted,
  )) {
    const found = headAmong(await firstRows(sheet));
    const fineness = FINENESS.findLastIndex((column) => found?.head.has(column) === true);
    if (found !== undefined && fineness > (best?.fineness ?? -2)) best = { sheet, found, fineness };
  }
  if (best === undefined) throw new UnreadableFile(noFft(file.name));
  const { sheet, found } = best;
  const { above, ...table } = found;
  return {
    ...table,
    titles: [file.name, sheet.name, ...above],
    rows: (onRead) => rowsOf(sheet, onRead),
    check: () => archive.check(sheet.part),
  };
}
