import { describe, expect, it } from '@jest/globals';
import * as arrays from './binary-array.ts';
import { PackedCells } from './packed-cells.ts';

/** Packs values one after another and takes them out again as an array, in the same order. */
function packed<Value>(values: readonly Value[], oid: number, put: (cells: PackedCells, value: Value) => void): Buffer {
  const cells = new PackedCells();
  const starts = values.map((value) => {
    const start = cells.end;
    put(cells, value);
    return start;
  });
  return cells.array(Uint32Array.from(starts), oid, cells.end);
}

const LONG = 'Phải chờ lâu ở quầy, '.repeat(8_000);
const TEXTS = ['', 'a', null, 'ạ', 'x'.repeat(32), 'y'.repeat(33), `${'z'.repeat(31)}é`, LONG, '👍 good'];
const UUIDS = ['01234567-89ab-cdef-0123-456789abcdef', null, 'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF'];
const NUMBERS = [0, -1, null, 32_767, -32_768];
const INSTANTS = [0, Date.UTC(1999, 11, 31, 23, 59, 59, 999), null, Date.UTC(2026, 10, 22, 8, 30)];

describe('packed cells', () => {
  it.each<[string, Buffer, Buffer]>([
    ['texts', packed(TEXTS, 25, (cells, text) => cells.text(text)), arrays.textArray(TEXTS)],
    ['uuids', packed(UUIDS, 2950, (cells, uuid) => cells.uuid(uuid)), arrays.uuidArray(UUIDS)],
    ['smallints', packed(NUMBERS, 21, (cells, number) => cells.int2(number)), arrays.int2Array(NUMBERS)],
    ['integers', packed(NUMBERS, 23, (cells, number) => cells.int4(number)), arrays.int4Array(NUMBERS)],
    ['fractions', packed(NUMBERS, 701, (cells, number) => cells.float8(number)), arrays.float8Array(NUMBERS)],
    ['bigints', packed([5n, -5n], 20, (cells, number) => cells.int8(number)), arrays.int8Array([5n, -5n])],
    ['booleans', packed([true, null], 16, (cells, is) => cells.bool(is)), arrays.boolArray([true, null])],
    ['dates', packed(NUMBERS, 1082, (cells, day) => cells.date(day)), arrays.dateArray(NUMBERS)],
    ['instants', packed(INSTANTS, 1184, (cells, at) => cells.instant(at)), arrays.timestamptzArray(INSTANTS)],
  ])('of %s are what a binary array of them is', (_, cells, array) => {
    expect(cells.toString('hex')).toBe(array.toString('hex'));
  });
});
