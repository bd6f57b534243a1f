import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';

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

/** The decoder that the first bytes of a file ask for: a byte order mark settles it, else `encoding`, else UTF-8. */
export function decoderFor(start: Buffer, encoding = 'utf-8') {
  const mark = BYTE_ORDER_MARKS.find(({ bytes }) => start.subarray(0, bytes.length).equals(bytes));
  const settled = mark?.encoding ?? encoding;
  return { decoder: strictDecoder(settled), isUtf8: UTF_8.test(settled), markBytes: mark?.bytes.length ?? 0 };
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
