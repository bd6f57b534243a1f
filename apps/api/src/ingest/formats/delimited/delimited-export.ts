import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import type { Problem } from '../../rows/candidate.ts';
import type { CsvFile } from '../../csv/csv-file.ts';
import type { CsvRecord } from '../../csv/csv-records.ts';
import type { Mapping } from '../../mapping/mapping.ts';
import { rowFault } from '../../mapping/row-fault.ts';
import type { OpenedFile, Sheet, SourceColumn, SourceRecord } from '../format.ts';

/** A column of a sheet and how its text is found among the cells of a row; columns that nobody reads are dropped. */
export interface ReadColumn extends SourceColumn {
  textOf(cells: readonly string[]): string;
}

/** What a format knows of a delimited file once it has seen its head. */
export interface DelimitedExport {
  /** What the sheet is called. */
  name: string;
  kind?: FactKind;
  columns: readonly ReadColumn[];
  preset: Mapping;
  owner?: Sheet['owner'];
  /** How many records below the column names belong to the head. */
  headRecords: number;
  /** Why a row is none that counts, in words: `previews`. */
  reasonToPassOver?(cells: readonly string[]): string | undefined;
  /** What is wrong with a row beyond what the mapping will see. */
  problemOf?(cells: readonly string[]): Problem | undefined;
  /** Whether the last row of the reading is there to its end; it is refused where it is not. */
  endedLine?(last: CsvRecord): boolean;
}

const CUT_OFF: Problem = {
  field: null,
  code: 'cut-off',
  message: 'The file ends in the middle of this row: export it again.',
};

/**
 * The rows of a delimited file as its format knows them. Of a row that cannot be cut into its columns nothing is kept
 * but its line, since nobody can say which part of it names a person.
 */
export function openedExport(file: CsvFile, known: DelimitedExport): OpenedFile {
  const { name, kind, columns, preset, owner, headRecords, reasonToPassOver, problemOf, endedLine } = known;
  const passedOver = new Map<string, number>();

  const told = (record: CsvRecord): SourceRecord | undefined => {
    const fault = rowFault(record, file.columns.length, record.cells, []);
    if (fault !== undefined) return { line: record.line, raw: '', cells: columns.map(() => ''), problem: fault };
    const reason = reasonToPassOver?.(record.cells);
    if (reason === undefined) return new KeptRecord(record, columns, problemOf?.(record.cells));
    passedOver.set(reason, (passedOver.get(reason) ?? 0) + 1);
    return undefined;
  };

  return {
    sheets: [{ name, kind, columns: columns.map(asTold), preset, owner }],
    check: file.check,
    passedOver: () => passedOver,
    async *records(onRead) {
      passedOver.clear();
      let ofHead = headRecords;
      let last: CsvRecord | undefined;
      for await (const some of file.records(onRead)) {
        const rows = ofHead === 0 ? some : some.slice(ofHead);
        ofHead -= some.length - rows.length;
        if (rows.length === 0) continue;
        const before = last === undefined ? rows.slice(0, -1) : [last, ...rows.slice(0, -1)];
        last = rows.at(-1);
        yield before.map(told).filter((record) => record !== undefined);
      }
      const end = last && told(last);
      if (last === undefined || end === undefined) return;
      if (endedLine?.(last) === false) end.problem ??= CUT_OFF;
      yield [end];
    },
  };
}

/** What is kept of a row. Its text is put together only when somebody asks, which is when the row is refused. */
class KeptRecord implements SourceRecord {
  readonly line: number;
  readonly cells: string[];
  readonly fault: CsvRecord['fault'];
  readonly wrongCells: CsvRecord['wrongCells'];

  constructor(
    record: CsvRecord,
    private readonly columns: readonly ReadColumn[],
    public problem: Problem | undefined,
  ) {
    this.line = record.line;
    this.cells = columns.map(({ textOf }) => textOf(record.cells));
    this.fault = record.fault;
    this.wrongCells = record.wrongCells && columnsThatRead(record.cells, record.wrongCells, columns);
  }

  get raw(): string {
    return JSON.stringify(Object.fromEntries(this.columns.map(({ name }, index) => [name, this.cells[index]])));
  }
}

/** The columns whose text is another one without these cells. */
function columnsThatRead(cells: readonly string[], wrong: readonly number[], columns: readonly ReadColumn[]): number[] {
  const without = cells.map((cell, index) => (wrong.includes(index) ? '' : cell));
  return columns.flatMap(({ textOf }, index) => (textOf(cells) === textOf(without) ? [] : [index]));
}

function asTold({ name, label }: ReadColumn): SourceColumn {
  return label === undefined || label === '' ? { name } : { name, label };
}
