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

/** Turns bytes into text piece by piece; throws on bytes that are not in the encoding. */
export interface Decoder {
  write(bytes: Buffer): string;
  end(): string;
}

export function isEncoding(name: string): boolean {
  return iconv.encodingExists(name);
}

/** The decoder that the first bytes of a file ask for: a byte order mark settles it, else `encoding`, else UTF-8. */
export function decoderFor(start: Buffer, encoding = 'utf-8'): { decoder: Decoder; markBytes: number } {
  const mark = BYTE_ORDER_MARKS.find(({ bytes }) => start.subarray(0, bytes.length).equals(bytes));
  return { decoder: strictDecoder(mark?.encoding ?? encoding), markBytes: mark?.bytes.length ?? 0 };
}

function strictDecoder(encoding: string): Decoder {
  if (/^utf-?8$/i.test(encoding)) {
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
