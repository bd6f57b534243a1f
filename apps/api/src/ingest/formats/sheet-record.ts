import type { SourceColumn, SourceRecord } from './format.ts';

/** What a row says by column, and what its format says of it. */
interface RecordParts extends Pick<SourceRecord, 'retracts' | 'mergedInto' | 'problem'> {
  cells: Readonly<Record<string, string>>;
}

/** A row from what it says by column; what is kept of it, should it be refused, are those columns and no others. */
export function sheetRecord(
  line: number,
  sheet: number,
  columns: readonly SourceColumn[],
  { cells, retracts, mergedInto, problem }: RecordParts,
): SourceRecord {
  const texts = columns.map(({ name }) => (Object.hasOwn(cells, name) ? (cells[name] ?? '') : ''));
  return new SheetRecord(line, sheet, columns, texts, { retracts, mergedInto, problem });
}

class SheetRecord implements SourceRecord {
  readonly retracts: SourceRecord['retracts'];
  readonly mergedInto: SourceRecord['mergedInto'];
  readonly problem: SourceRecord['problem'];

  constructor(
    readonly line: number,
    readonly sheet: number,
    private readonly columns: readonly SourceColumn[],
    readonly cells: string[],
    { retracts, mergedInto, problem }: Omit<RecordParts, 'cells'>,
  ) {
    this.retracts = retracts;
    this.mergedInto = mergedInto;
    this.problem = problem;
  }

  /** Put together only when somebody asks, which is when the row is refused. */
  get raw(): string {
    const said = this.columns.flatMap(({ name }, index): [string, string][] => {
      const cell = this.cells[index] ?? '';
      return cell === '' ? [] : [[name, cell]];
    });
    return JSON.stringify(Object.fromEntries(said));
  }
}
