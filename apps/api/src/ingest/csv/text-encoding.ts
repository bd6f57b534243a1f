import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { markOf, type WrongBytes } from './wrong-bytes.ts';

/** What may stand in front of a text and settles its encoding beyond doubt. */
const BYTE_ORDER_MARKS = [
  { encoding: 'utf-8', bytes: Buffer.from([0xef, 0xbb, 0xbf]) },
  { encoding: 'utf-16le', bytes: Buffer.from([0xff, 0xfe]) },
  { encoding: 'utf-16be', bytes: Buffer.from([0xfe, 0xff]) },
];

/** The encodings to try when a file is not UTF-8, by the language of the system it comes from. */
export const ENCODINGS_BY_LANGUAGE =
  'windows-1258 (Vietnamese), windows-874 or tis-620 (Thai), windows-1257 (Lithuanian), windows-1256 (Urdu) or windows-1252 (Western European)';

/**
 * Passes UTF-8 on byte by byte, each as a character of its own, once it has been looked through: what is between the
 * lines and cells of a file is told as well by bytes, and most cells are never read as text. Throws like the others.
 */
export function bytesOfUtf8(): Decoder {
  let begun = Buffer.alloc(0);
  return {
    write(bytes) {
      const all = begun.length === 0 ? bytes : Buffer.concat([begun, bytes]);
      const end = wholeCharacters(all);
      const whole = all.subarray(0, end);
      if (!isUtf8(whole)) throw new Error('not UTF-8');
      begun = Buffer.from(all.subarray(end));
      return whole.toString('latin1');
    },
    end() {
      if (begun.length > 0) throw new Error('cut in the middle of a character');
      return '';
    },
  };
}

/** The same, with marks in the place of bytes that are no UTF-8 and of NULs, so that their lines can be told apart. */
export function markedBytesOfUtf8(wrong: WrongBytes): Decoder {
  let begun = Buffer.alloc(0);
  const told = (whole: Buffer): string => {
    if (isUtf8(whole) && !whole.includes(0)) return whole.toString('latin1');
    wrong.found = true;
    return markedUtf8(whole);
  };
  return {
    write(bytes) {
      const all = begun.length === 0 ? bytes : Buffer.concat([begun, bytes]);
      const end = wholeCharacters(all);
      begun = Buffer.from(all.subarray(end));
      return told(all.subarray(0, end));
    },
    end() {
      wrong.cutOff = begun.length > 0;
      return told(begun);
    },
  };
}

/** Bytes as characters, one by one, where each that belongs to no character of UTF-8 is marked. */
function markedUtf8(bytes: Buffer): string {
  let text = '';
  for (let at = 0; at < bytes.length;) {
    const length = characterAt(bytes, at);
    text += length === 0 ? markOf(bytes[at]) : bytes.toString('latin1', at, at + length);
    at += Math.max(1, length);
  }
  return text;
}

/** How many bytes the character takes that begins there; 0 where none does, and for NUL. */
function characterAt(bytes: Buffer, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return first === 0 ? 0 : 1;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  return at + length <= bytes.length && isUtf8(bytes.subarray(at, at + length)) ? length : 0;
}

const BEYOND_ASCII = /[\u0080-\u00ff]/;

/** The text of UTF-8 that was passed on byte by byte, in composed characters. */
export const textOfBytes = (bytes: string): string =>
  BEYOND_ASCII.test(bytes) ? Buffer.from(bytes, 'latin1').toString('utf8').normalize('NFC') : bytes;

/** Where the last character ends that is not cut: one takes up to four bytes, the first of which tells how many. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}

/** Turns bytes into text piece by piece; throws on bytes that are not in the encoding. */
export interface Decoder {
  write(bytes: Buffer): string;
  end(): string;
}

export function isEncoding(name: string): boolean {
  return iconv.encodingExists(name);
}

/**
 * The decoder that the first bytes of a file ask for: a byte order mark settles it, else `encoding`, else UTF-8. It
 * throws at bytes that are not in the encoding, or marks them where `wrong` is there to hear of them.
 */
export function decoderFor(start: Buffer, encoding = 'utf-8', wrong?: WrongBytes) {
  const mark = BYTE_ORDER_MARKS.find(({ bytes }) => start.subarray(0, bytes.length).equals(bytes));
  const settled = mark?.encoding ?? encoding;
  const decoder = wrong === undefined ? strictDecoder(settled) : markingDecoder(settled, wrong);
  return { decoder, isUtf8: UTF_8.test(settled), markBytes: mark?.bytes.length ?? 0 };
}

const UTF_8 = /^utf-?8$/i;

function strictDecoder(encoding: string): Decoder {
  if (UTF_8.test(encoding)) {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    return { write: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
  }
  const decoder = iconv.getDecoder(encoding);
  const strict = (text: string): string => {
    if (text.includes('\uFFFD')) throw new Error(`a byte that ${encoding} does not have`);
    return text;
  };
  return { write: (bytes) => strict(decoder.write(bytes)), end: () => strict(decoder.end() ?? '') };
}

function markingDecoder(encoding: string, wrong: WrongBytes): Decoder {
  if (UTF_8.test(encoding)) {
    const { write, end } = markedBytesOfUtf8(wrong);
    const asText = (bytes: string): string => Buffer.from(bytes, 'latin1').toString('utf8');
    return { write: (bytes) => asText(write(bytes)), end: () => asText(end()) };
  }
  const decoder = iconv.getDecoder(encoding);
  const marked = (text: string, bytes?: Buffer): string => {
    if (!/[\0\uFFFD]/.test(text)) return text;
    wrong.found = true;
    // Of most encodings each character is a byte; of the others nobody can say which byte it was.
    const byteAt = (at: number): number | undefined => (bytes?.length === text.length ? bytes[at] : undefined);
    return text.replace(/[\0\uFFFD]/g, (one, at: number) => markOf(one === '\0' ? 0 : byteAt(at)));
  };
  return {
    write: (bytes) => marked(decoder.write(bytes), bytes),
    end() {
      const rest = decoder.end() ?? '';
      wrong.cutOff = rest.includes('\uFFFD');
      return marked(rest);
    },
  };
}

/** How many lines of a piece that is not UTF-8 lie before the first wrong byte. A piece may begin in the middle of a line. */
export function linesBeforeWrongByte(bytes: Buffer, beginsALine: boolean): number {
  if (beginsALine && !isUtf8Line(bytes, 0)) return 0;
  let lines = 0;
  for (let from = bytes.indexOf(10) + 1; from > 0; lines += 1) {
    if (!isUtf8Line(bytes, from)) return lines + 1;
    from = bytes.indexOf(10, from) + 1;
  }
  return 0;
}

function isUtf8Line(bytes: Buffer, from: number): boolean {
  const end = bytes.indexOf(10, from);
  try {
    const line = bytes.subarray(from, end < 0 ? bytes.length : end);
    new TextDecoder('utf-8', { fatal: true }).decode(line, { stream: end < 0 });
    return true;
  } catch {
    return false;
  }
}
