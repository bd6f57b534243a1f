import { describe, expect, it } from '@jest/globals';
import { paceAfter, pieceBytes, secondsFor } from './upload-pace.ts';

const MIB = 1024 * 1024;

describe('the pace of an upload', () => {
  it('begins with what the first piece took', () => {
    expect(paceAfter(0, 1000, 10)).toBe(100);
    expect(paceAfter(0, 1000, 0)).toBe(1000);
  });

  it('does not jump when one piece is slow', () => {
    expect(paceAfter(100, 1000, 100)).toBeCloseTo(73);
  });

  it.each([
    ['half a mebibyte first', 0, 9 * MIB, 8 * MIB, MIB / 2],
    ['about a second’s worth', 2000, 9 * MIB, 8 * MIB, 2_000_000],
    ['never crumbs, however slow', 1, 9 * MIB, 8 * MIB, 64 * 1024],
    ['never more than is taken at once', 50_000, 99 * MIB, 8 * MIB, 8 * MIB],
    ['never more than is left', 50_000, 17, 8 * MIB, 17],
  ])('a piece is %s', (_, pace, left, most, bytes) => {
    expect(pieceBytes(pace, left, most)).toBe(bytes);
  });

  it('tells how long the rest takes once anything has gone', () => {
    expect(secondsFor(0, 500)).toBeNull();
    expect(secondsFor(500, 1_000_000)).toBe(2);
  });
});
