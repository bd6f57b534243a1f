/**
 * Postgres arrays in their binary form, for `select unnest($1), unnest($2) …`: about half the time of text arrays.
 * Wire format: number of dimensions, null flag, element type, length, lower bound, then each element behind its size.
 */
const HEADER = 20;
const NULL_SIZE = -1;
const UNIX_DAYS_TO_2000 = 10_957;
const UNIX_MS_TO_2000 = 946_684_800_000;

function header(buffer: Buffer, typeOid: number, length: number): Buffer {
  buffer.writeInt32BE(1, 0);
  buffer.writeInt32BE(1, 4);
  buffer.writeInt32BE(typeOid, 8);
  buffer.writeInt32BE(length, 12);
  buffer.writeInt32BE(1, 16);
  return buffer;
}

/** An array whose elements all take `size` bytes; `write` puts one that is not null. */
function fixedArray<Value>(
  typeOid: number,
  size: number,
  values: readonly (Value | null)[],
  write: (buffer: Buffer, value: Value, at: number) => void,
): Buffer {
  const buffer = header(Buffer.allocUnsafe(HEADER + values.length * (4 + size)), typeOid, values.length);
  let at = HEADER;
  for (const value of values) {
    if (value === null) {
      buffer.writeInt32BE(NULL_SIZE, at);
      at += 4;
    } else {
      buffer.writeInt32BE(size, at);
      write(buffer, value, at + 4);
      at += 4 + size;
    }
  }
  return buffer.subarray(0, at);
}

export const int2Array = (values: readonly (number | null)[]): Buffer =>
  fixedArray(21, 2, values, (buffer, value, at) => buffer.writeInt16BE(value, at));

export const int4Array = (values: readonly (number | null)[]): Buffer =>
  fixedArray(23, 4, values, (buffer, value, at) => buffer.writeInt32BE(value, at));

export const int8Array = (values: readonly (bigint | null)[]): Buffer =>
  fixedArray(20, 8, values, (buffer, value, at) => buffer.writeBigInt64BE(value, at));

export const float8Array = (values: readonly (number | null)[]): Buffer =>
  fixedArray(701, 8, values, (buffer, value, at) => buffer.writeDoubleBE(value, at));

export const boolArray = (values: readonly (boolean | null)[]): Buffer =>
  fixedArray(16, 1, values, (buffer, value, at) => buffer.writeUInt8(value ? 1 : 0, at));

/** `"char"` elements: one ASCII letter each. */
export const charArray = (values: readonly string[]): Buffer =>
  fixedArray(18, 1, values, (buffer, value, at) => buffer.write(value, at, 'latin1'));

/** Uuids in their usual spelling. */
export const uuidArray = (values: readonly (string | null)[]): Buffer =>
  fixedArray(2950, 16, values, (buffer, value, at) => buffer.write(value.replaceAll('-', ''), at, 'hex'));

/** Days since 1970-01-01. */
export const dateArray = (values: readonly (number | null)[]): Buffer =>
  fixedArray(1082, 4, values, (buffer, value, at) => buffer.writeInt32BE(value - UNIX_DAYS_TO_2000, at));

/** Milliseconds since 1970-01-01T00:00Z. */
export const timestamptzArray = (values: readonly (number | null)[]): Buffer =>
  fixedArray(1184, 8, values, (buffer, value, at) =>
    buffer.writeBigInt64BE(BigInt(Math.round(value - UNIX_MS_TO_2000)) * 1000n, at),
  );

export function textArray(values: readonly (string | null)[]): Buffer {
  let size = HEADER;
  for (const value of values) size += 4 + (value === null ? 0 : Buffer.byteLength(value));
  const buffer = header(Buffer.allocUnsafe(size), 25, values.length);
  let at = HEADER;
  for (const value of values) {
    if (value === null) {
      buffer.writeInt32BE(NULL_SIZE, at);
      at += 4;
    } else {
      const written = buffer.write(value, at + 4);
      buffer.writeInt32BE(written, at);
      at += 4 + written;
    }
  }
  return buffer;
}
