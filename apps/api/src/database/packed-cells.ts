import { writeUuid } from './binary-array.ts';
import { bytesFor, giveBack } from './spare-bytes.ts';

/**
 * Values of rows as Postgres takes them in binary arrays, each behind its size, one after another in one growing
 * stretch of bytes: millions of rows leave nothing behind for the garbage collector.
 */
export class PackedCells {
  bytes = bytesFor(FIRST_BYTES);
  view = viewOf(this.bytes);
  /** Where the next cell goes. */
  end = 0;

  null(): void {
    this.room(4);
    this.view.setInt32(this.end, NULL_SIZE);
    this.end += 4;
  }

  int2(value: number | null): void {
    if (value === null) return this.null();
    const at = this.sized(2);
    this.view.setInt16(at, value);
  }

  int4(value: number | null): void {
    if (value === null) return this.null();
    const at = this.sized(4);
    this.view.setInt32(at, value);
  }

  int8(value: bigint): void {
    const at = this.sized(8);
    this.view.setBigInt64(at, value);
  }

  float8(value: number | null): void {
    if (value === null) return this.null();
    const at = this.sized(8);
    this.view.setFloat64(at, value);
  }

  bool(value: boolean | null): void {
    if (value === null) return this.null();
    const at = this.sized(1);
    this.view.setUint8(at, value ? 1 : 0);
  }

  /** Days since 1970-01-01. */
  date(value: number | null): void {
    this.int4(value === null ? null : value - UNIX_DAYS_TO_2000);
  }

  /** Milliseconds since 1970-01-01T00:00Z. */
  instant(value: number | null): void {
    if (value === null) return this.null();
    const micros = Math.round(value - UNIX_MS_TO_2000) * 1000;
    const at = this.sized(8);
    this.view.setInt32(at, Math.floor(micros / TWO_TO_32));
    this.view.setUint32(at + 4, micros % TWO_TO_32);
  }

  /** A uuid in its usual spelling, or as its sixteen bytes, each a character. */
  uuid(value: string | null): void {
    if (value === null) return this.null();
    const at = this.sized(16);
    if (value.length === 16) for (let byte = 0; byte < 16; byte += 1) this.bytes[at + byte] = value.charCodeAt(byte);
    else writeUuid(this.view, value, at);
  }

  text(value: string | null): void {
    if (value === null) return this.null();
    const { length } = value;
    this.room(4 + length * LONGEST_CHARACTER);
    const at = this.end + 4;
    let size = 0;
    if (length <= SHORT) {
      while (size < length) {
        const code = value.charCodeAt(size);
        if (code > 0x7f) break;
        this.bytes[at + size] = code;
        size += 1;
      }
    }
    if (size < length) size = this.bytes.write(value, at);
    this.view.setInt32(this.end, size);
    this.end = at + size;
  }

  /** Small integers as the text of an array of them, such as `{5,NULL,4}`. */
  smallints(values: readonly (number | null)[] | null): void {
    if (values === null) return this.null();
    this.room(4 + 2 + values.length * LONGEST_SMALLINT);
    const { bytes } = this;
    let at = this.end + 4;
    bytes[at] = OPEN;
    at += 1;
    for (let nth = 0; nth < values.length; nth += 1) {
      if (nth > 0) bytes[at++] = COMMA;
      const value = values[nth] ?? null;
      if (value !== null && value >= 0 && value <= 9) bytes[at++] = DIGIT_0 + value;
      else at += bytes.write(value === null ? 'NULL' : String(value), at, 'latin1');
    }
    bytes[at] = CLOSE;
    at += 1;
    this.view.setInt32(this.end, at - this.end - 4);
    this.end = at;
  }

  /** Cells as they stand in another pack. */
  raw(cells: Buffer): void {
    this.room(cells.length);
    this.bytes.set(cells, this.end);
    this.end += cells.length;
  }

  /** Where the cell after the one at this place begins. */
  after(at: number): number {
    return at + 4 + Math.max(0, this.view.getInt32(at));
  }

  /** Lets go of all of them: nothing can be read here any more. */
  release(): void {
    giveBack(this.bytes);
    this.bytes = Buffer.alloc(0);
    this.view = viewOf(this.bytes);
  }

  /** What the cells at the cursors take together, with their sizes; 0 where all of them are null. */
  sizeAt(cursors: Uint32Array): number {
    const { view } = this;
    let size = 0;
    let nulls = 0;
    for (let nth = 0; nth < cursors.length; nth += 1) {
      const length = view.getInt32(cursors[nth] ?? 0);
      if (length < 0) nulls += 1;
      else size += length;
    }
    return nulls === cursors.length ? 0 : size + cursors.length * 4;
  }

  /** Moves cursors on to the cells behind, where all at them are null. */
  skipNulls(cursors: Uint32Array): void {
    for (let nth = 0; nth < cursors.length; nth += 1) cursors[nth] = (cursors[nth] ?? 0) + 4;
  }

  /** A binary array of the cells at the cursors, which move on to the cells behind them. `size` is what they take at most. */
  array(cursors: Uint32Array, oid: number, size: number): Buffer {
    const { bytes, view } = this;
    const array = bytesFor(ARRAY_HEADER + size);
    const to = viewOf(array);
    [1, 1, oid, cursors.length, 1].forEach((word, nth) => to.setInt32(nth * 4, word));
    let end = ARRAY_HEADER;
    for (let nth = 0; nth < cursors.length; nth += 1) {
      const at = (cursors[nth] ?? 0) + 4;
      const length = view.getInt32(at - 4);
      to.setInt32(end, length);
      end += 4;
      cursors[nth] = at;
      if (length <= 0) continue;
      if (length > SHORT) bytes.copy(array, end, at, at + length);
      else if (length === 2) to.setInt16(end, view.getInt16(at));
      else if (length % 4 === 0) {
        for (let word = 0; word < length; word += 4) to.setInt32(end + word, view.getInt32(at + word));
      } else for (let byte = 0; byte < length; byte += 1) array[end + byte] = bytes[at + byte] ?? 0;
      end += length;
      cursors[nth] = at + length;
    }
    return array.subarray(0, end);
  }

  /** Room for one cell of a known size; tells where its value goes. */
  private sized(size: number): number {
    this.room(4 + size);
    const at = this.end + 4;
    this.view.setInt32(this.end, size);
    this.end = at + size;
    return at;
  }

  private room(size: number): void {
    if (this.end + size <= this.bytes.length) return;
    const larger = bytesFor(Math.max(this.bytes.length * 2, this.end + size));
    larger.set(this.bytes.subarray(0, this.end));
    giveBack(this.bytes);
    this.bytes = larger;
    this.view = viewOf(larger);
  }
}

const FIRST_BYTES = 1 << 16;
const NULL_SIZE = -1;
const ARRAY_HEADER = 20;
/** Bytes of UTF-8 that one unit of a string takes at most. */
const LONGEST_CHARACTER = 3;
/** Up to here it is quicker to write or copy by hand than to ask for it. */
const SHORT = 32;
/** Characters of a small integer with its comma. */
const LONGEST_SMALLINT = 7;
const [OPEN, CLOSE, COMMA, DIGIT_0] = [0x7b, 0x7d, 0x2c, 0x30];
const UNIX_DAYS_TO_2000 = 10_957;
const UNIX_MS_TO_2000 = 946_684_800_000;
const TWO_TO_32 = 2 ** 32;

const viewOf = (bytes: Buffer): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
