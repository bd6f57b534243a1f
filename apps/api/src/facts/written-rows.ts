import { int8Array, uuidArray } from '../database/binary-array.ts';
import type { WrittenRow } from './fact-writer.ts';
import { PackedFact } from './packed-facts.ts';

/** The ids and the content hashes of rows as two binary arrays. */
export function keyArrays(rows: readonly WrittenRow[]): Buffer[] {
  return (
    packedKeys(rows, 2) ?? [uuidArray(rows.map(({ id }) => id)), int8Array(rows.map(({ contentHash }) => contentHash))]
  );
}

/** The ids of rows as a binary array. */
export function idArray(rows: readonly { id: string }[]): Buffer {
  return packedKeys(rows, 1)?.[0] ?? uuidArray(rows.map(({ id }) => id));
}

/** The first 48 bits of the ids as numbers in order: enough to tell batches that may share a row. */
export function idPrefixes(rows: readonly { id: string }[]): Float64Array {
  const prefixes = new Float64Array(rows.length);
  for (let nth = 0; nth < rows.length; nth += 1) {
    const row = rows[nth] as { id: string };
    prefixes[nth] =
      row instanceof PackedFact ? row.pack.prefixOf(row.index) : parseInt(row.id.replaceAll('-', '').slice(0, 12), 16);
  }
  return prefixes.sort();
}

/** Lets go of rows that are stored, so that the next batch takes no more memory. */
export function letGo(rows: readonly object[]): void {
  const packs = new Set<PackedFact['pack']>();
  for (const row of rows) if (row instanceof PackedFact) packs.add(row.pack);
  for (const pack of packs) pack.release();
}

/** How many cells each of the rows touches, on average; 0 where that is not known. */
export function cellsARow(rows: readonly object[]): number {
  const [first] = rows;
  return first instanceof PackedFact ? (first.pack.deltas?.size ?? 0) / first.pack.size : 0;
}

function packedKeys(rows: readonly { id: string }[], columns: number): Buffer[] | undefined {
  const [first] = rows;
  if (!(first instanceof PackedFact)) return undefined;
  const { pack } = first;
  const order = new Uint32Array(rows.length);
  for (let nth = 0; nth < rows.length; nth += 1) {
    const row = rows[nth];
    if (!(row instanceof PackedFact) || row.pack !== pack) return undefined;
    order[nth] = row.index;
  }
  return pack.arrays(order, columns);
}
