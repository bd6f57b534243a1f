/** What a line did to the record it was fed to. */
export type Fed = 'complete' | 'open' | 'malformed';

const QUOTE = '"';

/**
 * Splits one record into its cells, line by line. A cell that begins with a quote runs to its closing quote, over
 * delimiters and line ends; a quote inside it is written twice. A quote in the middle of an unquoted cell is a character
 * like any other. Text after a closing quote is malformed: guessing where that cell ends would put words in the wrong column.
 */
export class CellSplitter {
  cells: string[] = [];
  private quoted: string | null = null;

  constructor(private readonly delimiter: string) {}

  /** What a line alone would do to an empty record, without cutting it. */
  look(line: string): Fed {
    let at = 0;
    for (;;) {
      const quote = line.indexOf(QUOTE, at);
      if (quote < 0) return 'complete';
      if (quote !== at && line[quote - 1] !== this.delimiter) {
        at = line.indexOf(this.delimiter, quote) + 1;
        if (at === 0) return 'complete';
        continue;
      }
      at = endOfQuoted(line, quote + 1);
      if (at < 0) return 'open';
      if (at === line.length) return 'complete';
      if (line[at] !== this.delimiter) return 'malformed';
      at += 1;
    }
  }

  /** The cells of a line that is a record of its own. */
  cellsOf(line: string): string[] {
    this.reset();
    this.feed(line);
    const { cells } = this;
    this.reset();
    return cells;
  }

  feed(line: string): Fed {
    if (this.cells.length === 0 && this.quoted === null && !line.includes(QUOTE)) {
      this.cells = line.split(this.delimiter);
      return 'complete';
    }
    let at = 0;
    for (;;) {
      if (this.quoted === null && line[at] !== QUOTE) {
        const end = line.indexOf(this.delimiter, at);
        this.cells.push(end < 0 ? line.slice(at) : line.slice(at, end));
        if (end < 0) return 'complete';
        at = end + 1;
        continue;
      }
      if (this.quoted === null) {
        this.quoted = '';
        at += 1;
      }
      const quote = line.indexOf(QUOTE, at);
      if (quote < 0) {
        this.quoted += `${line.slice(at)}\n`;
        return 'open';
      }
      this.quoted += line.slice(at, quote);
      at = quote + 1;
      if (line[at] === QUOTE) {
        this.quoted += QUOTE;
        at += 1;
        continue;
      }
      this.cells.push(this.quoted);
      this.quoted = null;
      if (at === line.length) return 'complete';
      if (line[at] !== this.delimiter) return 'malformed';
      at += 1;
    }
  }

  /** Ready for the next record. */
  reset(): void {
    this.cells = [];
    this.quoted = null;
  }
}

/** Where a quoted cell ends, behind its closing quote; -1 where it goes on with the next line. */
function endOfQuoted(line: string, from: number): number {
  for (let at = from; ;) {
    const quote = line.indexOf(QUOTE, at);
    if (quote < 0) return -1;
    if (line[quote + 1] !== QUOTE) return quote + 1;
    at = quote + 2;
  }
}
