import { int8Array, uuidArray } from '../database/binary-array.ts';
import type { WrittenRow } from './fact-writer.ts';
import { PackedFact } from './packed-facts.ts';

/** The ids and the content hashes of rows as two binary arrays. */
export function keyArrays(rows: readonly WrittenRow[]): Buffer[] {
  const [first] = rows;
  if (first instanceof PackedFact && rows.every((row) => row instanceof PackedFact && row.pack === first.pack)) {
    return first.pack.arrays(
      Uint32Array.from(rows, (row) => (row as PackedFact).index),
      2,
    );
  }
  return [uuidArray(rows.map(({ id }) => id)), int8Array(rows.map(({ contentHash }) => contentHash))];
}
