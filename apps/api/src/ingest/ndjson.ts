import type { Candidate } from './candidate.ts';

/** A line longer than this is no row; it is skipped without being kept. */
export const LONGEST_LINE = 1024 * 1024;

/** Candidates from newline-delimited JSON, chunk by chunk as it arrives; a bad line is a bad row and nothing more. */
export async function* ndjsonCandidates(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Candidate[]> {
  const decoder = new TextDecoder();
  let rest = '';
  let line = 0;
  let skipping = false;
  const take = (text: string): Candidate[] => {
    line += 1;
    if (skipping || text.length > LONGEST_LINE) {
      skipping = false;
      return [tooLong(line)];
    }
    return text.trim() === '' ? [] : [parsed(line, text)];
  };
  for await (const chunk of stream) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    const candidates = lines.flatMap(take);
    if (rest.length > LONGEST_LINE) {
      skipping = true;
      rest = '';
    }
    if (candidates.length > 0) yield candidates;
  }
  rest += decoder.decode();
  if (rest !== '' || skipping) yield take(rest);
}

function parsed(row: number, raw: string): Candidate {
  try {
    return candidateOf(row, raw, JSON.parse(raw));
  } catch {
    return bad(row, raw, 'not-json', 'The line is not JSON: each line must be one object, without commas between lines.');
  }
}

/** A candidate from a value that came as JSON. */
export function candidateOf(row: number, raw: string, value: unknown): Candidate {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return bad(row, raw, 'not-an-object', 'A row must be an object such as {"externalId": "1", …}.');
  }
  return { row, raw, value: value as Record<string, unknown> };
}

const tooLong = (row: number): Candidate =>
  bad(row, '', 'line-too-long', `A line may be at most ${LONGEST_LINE} characters long: is there a line break after each row?`);

function bad(row: number, raw: string, code: string, message: string): Candidate {
  return { row, raw, value: {}, problem: { field: null, code, message } };
}
