import type { Problem } from '../rows/candidate.ts';
import type { SourceColumn, SourceRecord } from './format.ts';

/** A row from what it says by column; what is kept of it, should it be refused, are those columns and no others. */
export function sheetRecord(
  line: number,
  sheet: number,
  columns: readonly SourceColumn[],
  { cells, retracts, problem }: { cells: Readonly<Record<string, string>>; retracts?: boolean; problem?: Problem },
): SourceRecord {
  const texts = columns.map(({ name }) => (Object.hasOwn(cells, name) ? (cells[name] ?? '') : ''));
  return new SheetRecord(line, sheet, columns, texts, retracts, problem);
}

class SheetRecord implements SourceRecord {
  constructor(
    readonly line: number,
    readonly sheet: number,
    private readonly columns: readonly SourceColumn[],
    readonly cells: string[],
    readonly retracts: boolean | undefined,
    readonly problem: Problem | undefined,
  ) {}

  /** Put together only when somebody asks, which is when the row is refused. */
  get raw(): string {
    const said = this.columns.flatMap(({ name }, index): [string, string][] => {
      const cell = this.cells[index] ?? '';
      return cell === '' ? [] : [[name, cell]];
    });
    return JSON.stringify(Object.fromEntries(said));
  }
}
