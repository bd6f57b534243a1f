import { LONGEST_LINE } from '../../csv/text-lines.ts';

/** One segment of a message as it stands in a file. */
export interface Segment {
  /** Number of its line, from 1; a lone CR ends a line too. */
  line: number;
  text: string;
  /** What stands behind it: its line end, the mark that ends a frame, the one that begins the next, or nothing more. */
  end: 'line' | 'frame-end' | 'frame-start' | 'file';
  /** Longer than allowed; `text` is its beginning. */
  cut: boolean;
}

const ENDS = /[\r\n\v\x1c]/g;
const FRAME_START = '\v';
const FRAME_END = '\x1c';

/** Cuts text that arrives in pieces into segments: each ends with CR, LF or both, in MLLP frames or outside of them. */
export class Segments {
  private line = 1;
  private text = '';
  private cut = false;
  private afterReturn = false;

  /** The segments that this piece completes. Lines that hold nothing are left out; the marks of frames are not. */
  push(piece: string): Segment[] {
    const segments: Segment[] = [];
    let from = 0;
    for (const { 0: mark, index } of piece.matchAll(ENDS)) {
      this.add(piece.slice(from, index));
      from = index + 1;
      if (mark === '\n' && this.afterReturn && this.text === '') {
        this.afterReturn = false;
        continue;
      }
      this.afterReturn = mark === '\r';
      const end = mark === FRAME_START ? 'frame-start' : mark === FRAME_END ? 'frame-end' : 'line';
      if (end !== 'line' || this.text !== '') segments.push(this.taken(end));
      if (end === 'line') this.line += 1;
    }
    this.add(piece.slice(from));
    return segments;
  }

  /** What is left when the file ends without a line end. */
  end(): Segment[] {
    return this.text === '' ? [] : [this.taken('file')];
  }

  private add(text: string): void {
    if (text === '') return;
    this.afterReturn = false;
    this.cut ||= this.text.length + text.length > LONGEST_LINE;
    this.text = this.cut ? this.text.slice(0, 3) || text.slice(0, 3) : this.text + text;
  }

  private taken(end: Segment['end']): Segment {
    const segment = { line: this.line, text: this.text, end, cut: this.cut };
    this.text = '';
    this.cut = false;
    return segment;
  }
}
