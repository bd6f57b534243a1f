import type { CsvFile } from '../../csv/csv-file.ts';
import type { CsvRecord } from '../../csv/csv-records.ts';

/** The first records below the column names; fewer where the file has no more. */
export async function firstRecords(file: CsvFile, count: number): Promise<CsvRecord[]> {
  const first: CsvRecord[] = [];
  for await (const records of file.records()) {
    first.push(...records.slice(0, count - first.length));
    if (first.length === count) break;
  }
  return first;
}
