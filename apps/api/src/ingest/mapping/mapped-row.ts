import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import type { Candidate, Problem } from '../rows/candidate.ts';
import type { Reading, RowOrigin } from '../rows/row-origin.ts';
import type { CheckedRow } from '../rows/row-validator.ts';
import { rowFault } from './row-fault.ts';
import type { MappedRecord, RowReader } from './row-reader.ts';

/**
 * A row as its file delivered it: no more than its text until somebody asks what it says. What is kept aside of it,
 * should it be refused, are the columns that were asked for and no others.
 */
export class MappedRow implements Candidate {
  readonly row: number;
  kind?: FactKind;
  retracts?: boolean;
  mergedInto?: Candidate['mergedInto'];
  inParts?: Candidate['inParts'];
  reading?: Reading;

  constructor(
    private readonly record: MappedRecord,
    private readonly reader: RowReader,
  ) {
    this.row = record.line;
  }

  get weight(): number {
    return this.record.raw.length;
  }

  /** What its cells say, read anew each time. */
  get value(): Record<string, unknown> {
    return this.reader.read(this.record).value;
  }

  get problem(): Problem | undefined {
    return this.reader.read(this.record).problem;
  }

  checked(): CheckedRow {
    return this.reader.checked(this.record);
  }

  get raw(): string {
    return this.problem?.field === null ? this.record.raw : JSON.stringify(this.cells);
  }

  get origin(): RowOrigin {
    const { feeds, columns } = this.reader;
    const { cells, raw, problem } = this.record;
    const fault = rowFault(this.record, columns, cells, feeds);
    const id = feeds.find(({ field }) => field === 'externalId');
    return {
      text: raw,
      cells: fault === undefined || fault.field !== null ? this.cells : null,
      feeds: Object.fromEntries(feeds.map(({ field, column }) => [field, column])),
      ownId: id === undefined ? undefined : cells[id.index]?.trim(),
      stays: problem !== undefined || fault !== undefined,
    };
  }

  private get cells(): Record<string, string> {
    const { cells } = this.record;
    return Object.fromEntries(this.reader.feeds.map(({ index, column }) => [column, cells[index] ?? '']));
  }
}
