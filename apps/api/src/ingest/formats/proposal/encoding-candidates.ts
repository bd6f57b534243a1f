import { isAscii, isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';

/** An encoding that a file which is not UTF-8 could be in, and what it would say then. */
export interface EncodingCandidate {
  encoding: string;
  /** The language of the systems that write it, as a BCP 47 tag. */
  language: string;
  /** The beginning of the file in it, for people to read: nothing else can tell for certain. */
  text: string;
}

/** The encodings of old systems by language, and the letters beyond ASCII that texts in it are made of. */
const BY_LANGUAGE: readonly (readonly [string, string, RegExp])[] = [
  ['windows-874', 'th', /\p{Script=Thai}/gu],
  ['windows-1258', 'vi', /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/giu],
  ['windows-1257', 'lt', /[ąčęėįšųūž„“]/giu],
  ['windows-1256', 'ur', /[\p{Script=Arabic}\u200C\u200D،؟]/gu],
  ['windows-1252', 'en', /[àâäáãåæçéèêëíîïñóôöõøœúùûüßÿ‘’“”–—…]/giu],
];

/** Letters that no other language has; without one, French in windows-1252 looks as Vietnamese as it looks French. */
const VIETNAMESE_ALONE = /[ăđơưạ-ỹ]/i;

const SHOWN = 600;

/**
 * What the beginning of a file could be written in, likeliest first: by how many of its characters beyond ASCII are
 * letters of the language. Encodings that do not have one of its bytes are left out. None for UTF-8, of which a few lines
 * may be torn or of another encoding.
 */
export function encodingCandidates(bytes: Buffer): EncodingCandidate[] {
  const whole = bytes.subarray(0, bytes.lastIndexOf(0x0a) + 1 || bytes.length);
  if (isMostlyUtf8(whole)) return [];
  return BY_LANGUAGE.map(([encoding, language, letters]) => {
    const text = iconv.decode(whole, encoding).normalize('NFC');
    const foreign = text.match(/[^\u0000-\u007F]/gu)?.length ?? 0;
    const fitting = inWholeWords(text).match(letters)?.length ?? 0;
    const doubtful = language === 'vi' && !VIETNAMESE_ALONE.test(text) ? 0.5 : 1;
    return { encoding, language, text, share: (doubtful * fitting) / Math.max(1, foreign) };
  })
    .filter(({ text }) => !text.includes('\uFFFD'))
    .sort((one, other) => other.share - one.share)
    .map(({ encoding, language, text }) => ({ encoding, language, text: text.slice(0, SHOWN) }));
}

/** A text without the words that mix Thai or Arabic letters with Latin ones: no language does, a wrong encoding will. */
function inWholeWords(text: string): string {
  return text.replace(/[\p{L}\p{M}\p{N}]+/gu, (word) =>
    /[a-z]/i.test(word) && /[\p{Script=Thai}\p{Script=Arabic}]/u.test(word) ? '' : word,
  );
}

/** True where at least half of the lines with bytes beyond ASCII, which alone can tell, are UTF-8. */
function isMostlyUtf8(bytes: Buffer): boolean {
  let telling = 0;
  let foreign = 0;
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(0x0a, from);
    const line = bytes.subarray(from, end < 0 ? bytes.length : end);
    if (!isAscii(line)) telling += 1;
    if (!isUtf8(line)) foreign += 1;
    from += line.length + 1;
  }
  return foreign * 2 <= telling;
}
