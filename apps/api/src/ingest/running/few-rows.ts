import type { Candidate } from '../rows/candidate.ts';

/** A sending of no more rows than this, and no more text, may share its commit with others. */
const FEW = { rows: 50, characters: 256_000 };

/** A sending that has been read to its end because it is short, or a long one of which nothing is lost. */
export type FewOrMany = { few: Candidate[] } | { many: AsyncIterable<readonly Candidate[]> };

/** Reads the beginning of a sending to find out whether that is all of it. */
export async function fewOrMany(chunks: AsyncIterable<readonly Candidate[]>): Promise<FewOrMany> {
  const iterator = chunks[Symbol.asyncIterator]();
  const begun: Candidate[] = [];
  let characters = 0;
  for (;;) {
    const { value, done } = await iterator.next();
    if (done) return { few: begun };
    for (const candidate of value) {
      begun.push(candidate);
      characters += candidate.weight ?? candidate.raw.length;
    }
    if (begun.length > FEW.rows || characters > FEW.characters) return { many: continued(begun, iterator) };
  }
}

async function* continued(
  begun: readonly Candidate[],
  iterator: AsyncIterator<readonly Candidate[]>,
): AsyncGenerator<readonly Candidate[]> {
  let ended = false;
  try {
    yield begun;
    for (;;) {
      const { value, done = false } = await iterator.next();
      ended = done;
      if (done) return;
      yield value;
    }
  } finally {
    if (!ended) await iterator.return?.();
  }
}
