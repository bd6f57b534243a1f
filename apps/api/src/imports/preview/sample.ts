import type { OpenedFile, SourceRecord } from '../../ingest/formats/format.ts';

/** Rows that a proposal is made from, and of which the first are shown. */
const ROWS = 300;
/** A file of long rows is looked at no further than this. */
const CHARACTERS = 4_000_000;

/** The first rows of a file; it is read no further. */
export async function firstRows(file: OpenedFile): Promise<SourceRecord[]> {
  const rows: SourceRecord[] = [];
  let characters = 0;
  for await (const records of file.records()) {
    for (const record of records) {
      rows.push(record);
      characters += record.cells.reduce((sum, cell) => sum + cell.length, 0);
      if (rows.length >= ROWS * file.sheets.length || characters > CHARACTERS) return rows;
    }
  }
  return rows;
}

/** The file as far as its first rows. */
export function shortened(file: OpenedFile, rows: readonly SourceRecord[]): OpenedFile {
  return {
    sheets: file.sheets,
    passedOver: () => file.passedOver(),
    async *records() {
      yield rows;
    },
  };
}
