import { describe, expect, it } from '@jest/globals';
import { randomFrom } from '../../../../test/random.ts';
import { writeContentHash } from './content-hash.ts';

/** Behind bytes that are none of its business, so that only the stretch counts. */
function hashOf(bytes: readonly number[], before = 3): string {
  const buffer = Buffer.alloc(before + bytes.length + 9, 0xee);
  buffer.set(bytes, before);
  const view = new DataView(buffer.buffer, buffer.byteOffset, buffer.length);
  writeContentHash(view, before, before + bytes.length, before + bytes.length + 1);
  return buffer.toString('hex', before + bytes.length + 1);
}

const random = randomFrom(7);
const bytesOf = (length: number): number[] => Array.from({ length }, () => random(256));

describe('a content hash', () => {
  it('is of the bytes alone, wherever they stand', () => {
    const bytes = bytesOf(61);
    expect(hashOf(bytes, 3)).toBe(hashOf(bytes, 8));
  });

  it('changes with each bit of them', () => {
    const bytes = bytesOf(43);
    const all = bytes.flatMap((byte, place) =>
      [0, 1, 2, 3, 4, 5, 6, 7].map((bit) => bytes.with(place, byte ^ (1 << bit))),
    );
    expect(new Set([bytes, ...all].map((one) => hashOf(one))).size).toBe(all.length + 1);
  });

  it('changes half of its own bits for each of theirs', () => {
    const bits = (hex: string): string => BigInt(`0x${hex}`).toString(2).padStart(64, '0');
    let changed = 0;
    for (let round = 0; round < 2_000; round += 1) {
      const bytes = bytesOf(20 + (round % 30));
      const place = random(bytes.length);
      const other = bits(hashOf(bytes.with(place, (bytes[place] ?? 0) ^ (1 << (round % 8)))));
      changed += [...bits(hashOf(bytes))].filter((bit, nth) => bit !== other[nth]).length;
    }
    expect(changed / 2_000 / 64).toBeGreaterThan(0.48);
    expect(changed / 2_000 / 64).toBeLessThan(0.52);
  });

  it('tells zeros by how many they are, and what follows another order', () => {
    const zeros = [0, 1, 2, 3, 4, 5, 8, 12, 16].map((length) => hashOf(Array.from({ length }, () => 0)));
    expect(new Set(zeros).size).toBe(zeros.length);
    expect(hashOf([1, 2, 3, 4, 5, 6, 7, 8])).not.toBe(hashOf([5, 6, 7, 8, 1, 2, 3, 4]));
  });

  it('finds no two alike among twenty thousand that differ little', () => {
    const seen = new Set<string>();
    for (let one = 0; one < 20_000; one += 1)
      seen.add(hashOf([one & 255, (one >> 8) & 255, 5, 9, one >> 16, 1, 1, 2, 3]));
    expect(seen.size).toBe(20_000);
  });
});
