import { CellSplitter } from './cell-splitter.ts';
import { LONGEST_LINE, type TextLine } from './text-lines.ts';

/** One record of a delimited file, or a line that is none. */
export interface CsvRecord {
  /** Number of its first line, from 1. */
  line: number;
  /** Its text as it stands in the file, line ends as LF. */
  raw: string;
  readonly cells: string[];
  /** Why it cannot be read; `cells` is then empty. */
  fault?: 'too-long' | 'malformed-quotes' | 'unclosed-quote' | NotText;
  /** Which of the cells hold bytes that are no text, where its fault is that; it is a row where nobody reads them. */
  wrongCells?: readonly number[];
}

/** Why some bytes of a record are no text. `cells` holds them as people can read them. */
export type NotText = 'not-in-encoding' | 'nul-character' | 'cut-off';

/**
 * Assembles lines into records. A quote that is never closed, or closed in the wrong place, costs one line: the record
 * is given up, its first line becomes a faulty record, and reading goes on with the line after it.
 */
export class CsvRecords {
  private pending: TextLine[] = [];
  private pendingLength = 0;
  private readonly splitter: CellSplitter;
  /** Cuts lines that are records of their own. */
  private readonly lines: CellSplitter;

  constructor(private readonly delimiter: string) {
    this.splitter = new CellSplitter(delimiter);
    this.lines = new CellSplitter(delimiter);
  }

  /** The records that these lines complete. */
  push(lines: readonly TextLine[]): CsvRecord[] {
    const records: CsvRecord[] = [];
    this.read(lines, records);
    return records;
  }

  /** What is left when the file ends inside a quoted cell. */
  end(): CsvRecord[] {
    const records: CsvRecord[] = [];
    while (this.pending.length > 0) this.giveUp('unclosed-quote', records);
    return records;
  }

  private read(lines: readonly TextLine[], records: CsvRecord[]): void {
    for (const line of lines) {
      if (this.pending.length === 0 && !line.cut) {
        if (line.text.trim() === '') continue;
        if (this.splitter.look(line.text) === 'complete') {
          const record = new LineRecord(line.number, line.text, this.lines);
          if (!this.isBlank(record)) records.push(record);
          continue;
        }
      }
      this.pending.push(line);
      this.pendingLength += line.text.length;
      if (line.cut || this.pendingLength > LONGEST_LINE) this.giveUp('too-long', records);
      else {
        const fed = this.splitter.feed(line.text);
        if (fed === 'malformed') this.giveUp('malformed-quotes', records);
        if (fed === 'complete') this.complete(records);
      }
    }
  }

  /** A record of nothing but delimiters is a blank line; nearly all show with their first letter that they are none. */
  private isBlank(record: CsvRecord): boolean {
    const first = record.raw.charCodeAt(0);
    if (first > QUOTE && first < DELETE && record.raw[0] !== this.delimiter) return false;
    return record.cells.every((cell) => cell.trim() === '');
  }

  private complete(records: CsvRecord[]): void {
    const [first] = this.pending;
    if (first !== undefined) {
      keep(first, this.pending.map(({ text }) => text).join('\n'), this.splitter.cells, records);
    }
    this.reset();
  }

  private giveUp(fault: NonNullable<CsvRecord['fault']>, records: CsvRecord[]): void {
    const [first, ...others] = this.pending;
    if (first === undefined) return;
    const opened = others.length > 0 && fault !== 'unclosed-quote' ? 'unclosed-quote' : fault;
    records.push({ line: first.number, raw: first.text, cells: [], fault: first.cut ? 'too-long' : opened });
    this.reset();
    this.read(others, records);
  }

  private reset(): void {
    this.pending = [];
    this.pendingLength = 0;
    this.splitter.reset();
  }
}

/** Below it are only spaces and marks that may begin an empty cell. */
const QUOTE = 0x22;
const DELETE = 0x7f;

/** A record that is one line, cut when it is asked for its cells: a batch of them takes no more than its text. */
class LineRecord implements CsvRecord {
  constructor(
    readonly line: number,
    readonly raw: string,
    private readonly splitter: CellSplitter,
  ) {}

  get cells(): string[] {
    return this.splitter.cellsOf(this.raw);
  }
}

function keep({ number }: TextLine, raw: string, cells: string[], records: CsvRecord[]): void {
  if (cells.some((cell) => cell.trim() !== '')) records.push({ line: number, raw, cells });
}
