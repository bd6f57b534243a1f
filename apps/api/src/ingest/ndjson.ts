import { isUtf8 } from 'node:buffer';
import type { RefusalCode } from '#contracts/ingest/refusal-code.ts';
import type { Candidate } from './rows/candidate.ts';

/** A line longer than this, in bytes, is no row; it is skipped without being kept. */
export const LONGEST_LINE = 1024 * 1024;

const LINE_FEED = 10;

/**
 * Candidates from newline-delimited JSON, chunk by chunk as it arrives; a bad line is a bad row and nothing more. Lines
 * are told apart as bytes, so that one in another encoding spoils no other.
 */
export async function* ndjsonCandidates(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Candidate[]> {
  let line = 0;
  let begun: Buffer[] = [];
  let length = 0;
  const keep = (part: Buffer): void => {
    length += part.length;
    if (length > LONGEST_LINE) begun = [];
    else if (part.length > 0) begun.push(part);
  };
  const take = (): Candidate[] => {
    line += 1;
    const candidate = length > LONGEST_LINE ? tooLong(line) : candidateIn(Buffer.concat(begun), line);
    begun = [];
    length = 0;
    return candidate === null ? [] : [candidate];
  };
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const candidates: Candidate[] = [];
    let from = 0;
    for (let end = bytes.indexOf(LINE_FEED); end !== -1; end = bytes.indexOf(LINE_FEED, from)) {
      keep(bytes.subarray(from, end));
      candidates.push(...take());
      from = end + 1;
    }
    keep(bytes.subarray(from));
    if (candidates.length > 0) yield candidates;
  }
  if (length > 0) yield take();
}

/** The row a line holds; null for an empty line. */
function candidateIn(bytes: Buffer, row: number): Candidate | null {
  const text = bytes.toString('utf8', row === 1 && startsWithMark(bytes) ? 3 : 0);
  if (text.trim() === '') return null;
  if (!isUtf8(bytes)) {
    return bad(
      row,
      text,
      'not-utf-8',
      'The line is not UTF-8, so its letters cannot be told: send the rows again in UTF-8.',
    );
  }
  return parsed(row, text);
}

/** The mark that some programs write at the start of a file. */
const startsWithMark = (bytes: Buffer): boolean => bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;

function parsed(row: number, raw: string): Candidate {
  let value: unknown;
  try {
    value = JSON.parse(raw);
  } catch {
    return bad(
      row,
      raw,
      'not-json',
      'The line is not JSON: each line must be one object, without commas between lines.',
    );
  }
  return candidateOf(row, raw, value);
}

/** A candidate from a value that came as JSON. */
export function candidateOf(row: number, raw: string, value: unknown): Candidate {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return bad(row, raw, 'not-an-object', 'A row must be an object such as {"externalId": "1", …}.');
  }
  return { row, raw, value: value as Record<string, unknown> };
}

const tooLong = (row: number): Candidate =>
  bad(
    row,
    '',
    'line-too-long',
    `A line may be at most ${LONGEST_LINE} bytes long: is there a line break after each row?`,
  );

function bad(row: number, raw: string, code: RefusalCode, message: string): Candidate {
  return { row, raw, value: {}, problem: { field: null, code, message } };
}
