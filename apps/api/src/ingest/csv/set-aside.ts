import type { CsvRecord } from './csv-records.ts';
import { isForeign, isMarked, withBytesShown } from './wrong-bytes.ts';

/** Tells which cells of a record hold bytes that are no text, and shows those as people can read them; others stay as they are. */
export function withWrongCellsTold(record: CsvRecord, cutOff: boolean): CsvRecord {
  const { line, raw, fault } = record;
  if (!isMarked(raw)) return record;
  const told = { line, raw: withBytesShown(raw) };
  if (fault !== undefined) return { ...told, cells: [], fault };
  const { cells } = record;
  return {
    ...told,
    cells: cells.map(withBytesShown),
    fault: cutOff ? 'cut-off' : isForeign(raw) ? 'not-in-encoding' : 'nul-character',
    wrongCells: cells.flatMap((cell, index) => (isMarked(cell) ? [index] : [])),
  };
}
