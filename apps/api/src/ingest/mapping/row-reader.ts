import type { CsvRecord } from '../csv/csv-records.ts';
import type { SourceRecord } from '../formats/format.ts';
import type { Problem } from '../rows/candidate.ts';
import type { CheckedRow } from '../rows/row-validator.ts';
import type { Feed } from './column-plan.ts';

/** A record of a file, with what its format knows to be wrong with it. */
export type MappedRecord = CsvRecord & Pick<SourceRecord, 'problem'>;

/** What the rows of one sheet are read by. */
export interface RowReader {
  feeds: readonly Feed[];
  columns: number;
  /** Every field as the columns give it; or what is wrong with the first that cannot be read. */
  read(record: MappedRecord): { value: Record<string, unknown>; problem: Problem | undefined };
  /** The same checked by the rules of the kind, in one object for all rows. Throws `RefusedRowError`. */
  checked(record: MappedRecord): CheckedRow;
}
