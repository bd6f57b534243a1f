import type { Problem } from '../../rows/candidate.ts';
import type { Segment } from './segments.ts';

/** A message as it stands in a file: of each segment that says something about a visit, the first. */
export interface Message {
  /** Number of the line on which it begins, from 1. */
  line: number;
  header: string;
  segments: ReadonlyMap<string, string>;
  /** Why it cannot be read as a whole. */
  problem?: Problem;
}

/** The segments that are read; all others, the patient's results and relatives among them, are dropped as they go by. */
const READ: ReadonlySet<string> = new Set(['MSH', 'EVN', 'PID', 'PV1', 'MRG']);
/** The headers and trailers of batches say nothing of visits. */
const BATCH = /^(?:FHS|BHS|BTS|FTS)\b/;
const SEGMENT = /^[A-Z][A-Z0-9]{2}(?![A-Za-z0-9])/;

const CUT_OFF: Problem = {
  field: null,
  code: 'cut-off',
  message: 'The file ends in the middle of this message: send it again, with a line end behind each segment.',
};
const TOO_LONG: Problem = {
  field: null,
  code: 'too-long',
  message: 'A segment of the message is longer than a million characters: is there a line end behind each segment?',
};
const BROKEN: Problem = {
  field: null,
  code: 'broken-segment',
  message: 'A segment of the message goes on over a line end: line ends inside a field have to be escaped (\\.br\\).',
};

interface Gathered {
  line: number;
  framed: boolean;
  segments: Map<string, string>;
  /** The name of the segment before, for what belongs to none. */
  last: string;
  problem?: Problem;
}

/** Puts segments together into messages: each begins with a header, whatever stands between it and the one before. */
export class Messages {
  private current: Gathered | undefined;
  private framed = false;
  /** Lines that stand outside of any message. */
  strayLines = 0;

  /** The messages that these segments complete. */
  push(segments: readonly Segment[]): Message[] {
    return segments.flatMap((segment) => this.take(segment));
  }

  /** The last message. */
  end(): Message[] {
    return this.finished(this.current?.framed === true);
  }

  private take(segment: Segment): Message[] {
    const { text, end } = segment;
    const done = text.startsWith('MSH') || BATCH.test(text) ? this.finished(this.current?.framed === true) : [];
    if (text.startsWith('MSH')) {
      this.current = { line: segment.line, framed: this.framed, segments: new Map(), last: '' };
      this.framed = false;
    }
    if (text !== '' && !BATCH.test(text)) this.keep(segment);
    if (end === 'frame-end') done.push(...this.finished(false));
    if (end === 'frame-start') {
      done.push(...this.finished(this.current?.framed === true || text !== ''));
      this.framed = true;
    }
    return done;
  }

  private keep({ text, end, cut }: Segment): void {
    const message = this.current;
    if (message === undefined) {
      this.strayLines += 1;
      return;
    }
    const name = SEGMENT.test(text) ? text.slice(0, 3) : '';
    const read = READ.has(name === '' ? message.last : name);
    if (end === 'file' && (read || name === '')) message.problem ??= CUT_OFF;
    if (name === '' && read) message.problem ??= BROKEN;
    if (cut && read) message.problem ??= TOO_LONG;
    if (name !== '' && read && !message.segments.has(name)) message.segments.set(name, text);
    if (name !== '') message.last = name;
  }

  private finished(cutOff: boolean): Message[] {
    const message = this.current;
    this.current = undefined;
    if (message === undefined) return [];
    const { line, segments } = message;
    const problem = message.problem ?? (cutOff ? CUT_OFF : undefined);
    return [{ line, header: segments.get('MSH') ?? '', segments, ...(problem === undefined ? {} : { problem }) }];
  }
}
