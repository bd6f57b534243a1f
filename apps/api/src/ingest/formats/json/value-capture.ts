const QUOTE = 34;
const BACKSLASH = 92;
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [91, 93, 123, 125];

/** Deeper than any export nests, and shallow enough to walk through. */
const DEEPEST = 64;

/** Finds the end of one JSON value in a text that arrives in pieces, and keeps its text as long as that is bearable. */
export class ValueCapture {
  /** More characters than any honest row has. */
  static readonly LONGEST = 1_048_576;

  complete = false;
  text = '';
  fault: 'too-long' | 'too-deep' | undefined;
  private depth = 0;
  private inText = false;
  private escaped = false;
  private begun = false;

  /** Reads on from a position; returns where the value ends, or the end of the piece. */
  feed(piece: string, from: number): number {
    const end = this.endIn(piece, from);
    if (this.fault === undefined && this.text.length + end - from > ValueCapture.LONGEST) this.fault = 'too-long';
    this.text = this.fault === undefined ? this.text + piece.slice(from, end) : '';
    return end;
  }

  private endIn(piece: string, from: number): number {
    for (let at = from; at < piece.length; at += 1) {
      const code = piece.charCodeAt(at);
      if (this.inText) {
        at = this.textEnd(piece, at);
        if (at === piece.length) return at;
        if (!this.inText && this.depth === 0) return this.done(at + 1);
      } else if (code === QUOTE) {
        if (this.begun && this.depth === 0) return this.done(at);
        this.inText = true;
      } else if (code === OPEN_OBJECT || code === OPEN_LIST) {
        if (this.begun && this.depth === 0) return this.done(at);
        this.depth += 1;
        if (this.depth > DEEPEST) this.fault ??= 'too-deep';
      } else if (code === CLOSE_OBJECT || code === CLOSE_LIST) {
        if (this.depth === 0) return this.done(at);
        this.depth -= 1;
        if (this.depth === 0) return this.done(at + 1);
      } else if (this.depth === 0 && endsScalar(code)) return this.done(at);
      this.begun = true;
    }
    return piece.length;
  }

  /** The next quote from inside a text, which ends it unless it is escaped; the end of the piece where there is none. */
  private textEnd(piece: string, from: number): number {
    if (this.escaped) {
      this.escaped = false;
      return from;
    }
    const quote = piece.indexOf('"', from);
    const end = quote < 0 ? piece.length : quote;
    let first = end;
    while (first > from && piece.charCodeAt(first - 1) === BACKSLASH) first -= 1;
    const isEscaped = (end - first) % 2 === 1;
    if (quote < 0) this.escaped = isEscaped;
    else this.inText = isEscaped;
    return end;
  }

  private done(at: number): number {
    this.complete = true;
    return at;
  }
}

/** Space, comma or colon. */
const endsScalar = (code: number): boolean => code <= 32 || code === 44 || code === 58;
