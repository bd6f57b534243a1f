/**
 * Postgres arrays in their binary form, for `select unnest($1), unnest($2) …`: about half the time of text arrays.
 * Wire format: number of dimensions, null flag, element type, length, lower bound, then each element behind its size.
 * Written through a `DataView`, which costs a third of what `Buffer`'s own methods do.
 */
const HEADER = 20;
const NULL_SIZE = -1;
const UNIX_DAYS_TO_2000 = 10_957;
const UNIX_MS_TO_2000 = 946_684_800_000;
const TWO_TO_32 = 2 ** 32;

const viewOf = (buffer: Buffer): DataView => new DataView(buffer.buffer, buffer.byteOffset, buffer.length);

function header(view: DataView, typeOid: number, length: number): void {
  view.setInt32(0, 1);
  view.setInt32(4, 1);
  view.setInt32(8, typeOid);
  view.setInt32(12, length);
  view.setInt32(16, 1);
}

/** An array whose elements all take `size` bytes; `write` puts one that is not null. */
function fixedArray<Value>(
  typeOid: number,
  size: number,
  values: readonly (Value | null)[],
  write: (view: DataView, value: Value, at: number) => void,
): Buffer {
  const buffer = Buffer.allocUnsafe(HEADER + values.length * (4 + size));
  const view = viewOf(buffer);
  header(view, typeOid, values.length);
  let at = HEADER;
  for (const value of values) {
    if (value === null) {
      view.setInt32(at, NULL_SIZE);
      at += 4;
    } else {
      view.setInt32(at, size);
      write(view, value, at + 4);
      at += 4 + size;
    }
  }
  return buffer.subarray(0, at);
}

export const int2Array = (values: readonly (number | null)[]): Buffer =>
  fixedArray(21, 2, values, (view, value, at) => view.setInt16(at, value));

export const int4Array = (values: readonly (number | null)[]): Buffer =>
  fixedArray(23, 4, values, (view, value, at) => view.setInt32(at, value));

/** The counts of many cells one behind another, with the place (from 1) of the first and the last of each. */
export function flatInt4Arrays(lists: readonly (readonly number[])[]): [all: Buffer, firsts: Buffer, lasts: Buffer] {
  let length = 0;
  for (let nth = 0; nth < lists.length; nth += 1) length += lists[nth]?.length ?? 0;
  const buffers = [length, lists.length, lists.length].map((size) => Buffer.allocUnsafe(HEADER + size * 8));
  const [all, firsts, lasts] = buffers as [Buffer, Buffer, Buffer];
  const [counts, begins, ends] = buffers.map(viewOf) as [DataView, DataView, DataView];
  header(counts, 23, length);
  header(begins, 23, lists.length);
  header(ends, 23, lists.length);
  let at = HEADER;
  let place = 0;
  for (let nth = 0; nth < lists.length; nth += 1) {
    const list = lists[nth] ?? [];
    const cell = HEADER + nth * 8;
    begins.setInt32(cell, 4);
    begins.setInt32(cell + 4, place + 1);
    for (let slot = 0; slot < list.length; slot += 1) {
      counts.setInt32(at, 4);
      counts.setInt32(at + 4, list[slot] ?? 0);
      at += 8;
    }
    place += list.length;
    ends.setInt32(cell, 4);
    ends.setInt32(cell + 4, place);
  }
  return [all, firsts, lasts];
}

export const int8Array = (values: readonly (bigint | null)[]): Buffer =>
  fixedArray(20, 8, values, (view, value, at) => view.setBigInt64(at, value));

export const float8Array = (values: readonly (number | null)[]): Buffer =>
  fixedArray(701, 8, values, (view, value, at) => view.setFloat64(at, value));

export const boolArray = (values: readonly (boolean | null)[]): Buffer =>
  fixedArray(16, 1, values, (view, value, at) => view.setUint8(at, value ? 1 : 0));

/** `"char"` elements: one ASCII letter each. */
export const charArray = (values: readonly string[]): Buffer =>
  fixedArray(18, 1, values, (view, value, at) => view.setUint8(at, value.charCodeAt(0)));

/** Uuids in their usual spelling. */
export const uuidArray = (values: readonly (string | null)[]): Buffer => fixedArray(2950, 16, values, writeUuid);

/** Where the first digit of each pair stands in a spelled uuid. */
const PAIRS = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34];

/** Writes the sixteen bytes of a spelled uuid. */
export function writeUuid(view: DataView, uuid: string, at: number): void {
  for (let byte = 0; byte < 16; byte += 1) {
    const pair = PAIRS[byte] ?? 0;
    view.setUint8(at + byte, (digitOf(uuid.charCodeAt(pair)) << 4) | digitOf(uuid.charCodeAt(pair + 1)));
  }
}

/** The value of a hexadecimal digit: 0–9 stand at 48, A–F at 65, a–f at 97. */
const digitOf = (code: number): number => (code & 15) + (code >> 6) * 9;

/** Days since 1970-01-01. */
export const dateArray = (values: readonly (number | null)[]): Buffer =>
  fixedArray(1082, 4, values, (view, value, at) => view.setInt32(at, value - UNIX_DAYS_TO_2000));

/** Milliseconds since 1970-01-01T00:00Z. */
export const timestamptzArray = (values: readonly (number | null)[]): Buffer =>
  fixedArray(1184, 8, values, (view, value, at) => {
    const micros = Math.round(value - UNIX_MS_TO_2000) * 1000;
    view.setInt32(at, Math.floor(micros / TWO_TO_32));
    view.setUint32(at + 4, micros % TWO_TO_32);
  });

export function textArray(values: readonly (string | null)[]): Buffer {
  let size = HEADER;
  for (const value of values) size += 4 + (value === null ? 0 : Buffer.byteLength(value));
  const buffer = Buffer.allocUnsafe(size);
  const view = viewOf(buffer);
  header(view, 25, values.length);
  let at = HEADER;
  for (const value of values) {
    if (value === null) {
      view.setInt32(at, NULL_SIZE);
      at += 4;
    } else {
      const written = buffer.write(value, at + 4);
      view.setInt32(at, written);
      at += 4 + written;
    }
  }
  return buffer;
}
