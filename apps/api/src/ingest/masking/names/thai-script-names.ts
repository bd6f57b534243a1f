import type { Span } from '../span.ts';
import { wordsIn } from './name-list.ts';
import { NOT_A_TITLE, THAI_NAMES, THAI_SURE_TITLES, THAI_TITLES, THAI_WORDLIKE } from './thai-names.ts';

const ZERO = 0x0e00;
const SIZE = 0x80;

/** Words to look for, by their first two letters; the longest first. */
class Beginnings {
  private readonly words = new Map<number, string[]>();

  constructor(words: readonly string[]) {
    for (const word of [...words].sort((one, other) => other.length - one.length)) {
      const key = keyAt(word, 0);
      this.words.set(key, [...(this.words.get(key) ?? []), word]);
    }
  }

  /** The longest of the words that stands there. */
  at(text: string, index: number): string | undefined {
    return this.words.get(keyAt(text, index))?.find((word) => text.startsWith(word, index));
  }
}

const keyAt = (text: string, index: number): number =>
  (text.charCodeAt(index) - ZERO) * SIZE + (text.charCodeAt(index + 1) - ZERO);

const wordlike = wordsIn(THAI_WORDLIKE);
const sure = wordsIn(THAI_NAMES).filter((name) => !wordlike.includes(name));
const NAMES = new Beginnings(sure);
const ALL_NAMES = new Beginnings([...sure, ...wordlike]);
const SURE_TITLES = new Beginnings(wordsIn(THAI_SURE_TITLES));
const TITLES = new Beginnings(wordsIn(THAI_TITLES));
/** After these a word that praises is praise. */
const PROFESSIONS = ['หมอ', 'คุณหมอ', 'พยาบาล', 'อาจารย์'];
const NO_TITLES = new Beginnings(wordsIn(NOT_A_TITLE));

/** What a sentence goes on with after a name. */
const GOES_ON =
  /^(?:ดูแล|พูด|บอก|ให้|ไม่|เป็น|มา|ไป|ที่|ได้|ทำ|มี|และ|แต่|ซึ่ง|รอ|อยู่|คือ|น่ารัก|บริการ|สุภาพ|ขอ|ช่วย|แจ้ง|กับ|จาก|ใน|อธิบาย|ตรวจ|ครับ|ค่ะ|คะ|นะ|ก็|จะ|ถูก|เข้า|นัด|โทร|มาก|ดี|ต้อง|เคย|เลข|อายุ|ผ่าตัด|รักษา|ใส่ใจ|แนะนำ|ตอบ|ยิ้ม|เรียก|รับ|ส่ง|พา|เดิน|นั่ง|นอน|ร้อง|โดน|อยาก|บ่น|แพ้|ป่วย|รู้สึก)/;
const THAI_WORD = /^[\u0E01-\u0E4E]+/;
const LONGEST_GIVEN = 14;
const LONGEST_FAMILY = 18;
/** Letters around a find that are enough to see where words begin. */
const AROUND = 24;

const segmenter = new Intl.Segmenter('th', { granularity: 'word' });

/** Names in Thai, which writes words without spaces between them: those of the lists, and what follows a title. */
export function thaiNames(text: string): Span[] {
  const spans: Span[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < ZERO || code >= ZERO + SIZE) continue;
    const found = afterSureTitle(text, index) ?? afterTitle(text, index) ?? byItself(text, index);
    if (found === undefined) continue;
    spans.push(found);
    index = found.end - 1;
  }
  return spans;
}

function afterSureTitle(text: string, index: number): Span | undefined {
  const title = SURE_TITLES.at(text, index);
  if (title === undefined || !beginsWord(text, index)) return undefined;
  const other = NO_TITLES.at(text, index);
  if (other !== undefined && other.length > title.length) return undefined;
  const start = afterSpace(text, index + title.length);
  const listed = ALL_NAMES.at(text, start);
  const run = THAI_WORD.exec(text.slice(start, start + LONGEST_GIVEN + 1))?.[0] ?? '';
  const isAlone = run.length > 1 && run.length <= LONGEST_GIVEN && !GOES_ON.test(run);
  if (listed !== undefined) return withFamily(text, start, start + listed.length, true);
  return isAlone && text[start + run.length] === ' ' ? withFamily(text, start, start + run.length, true) : undefined;
}

function afterTitle(text: string, index: number): Span | undefined {
  const title = TITLES.at(text, index);
  if (title === undefined) return undefined;
  const start = afterSpace(text, index + title.length);
  const name = (PROFESSIONS.includes(title) ? NAMES : ALL_NAMES).at(text, start);
  if (name === undefined || !endsWord(text, index, start + name.length) || !beginsWord(text, index)) return undefined;
  return withFamily(text, start, start + name.length, false);
}

function byItself(text: string, index: number): Span | undefined {
  const name = NAMES.at(text, index);
  if (name === undefined || !beginsWord(text, index) || !endsWord(text, index, index + name.length)) return undefined;
  return withFamily(text, index, index + name.length, false);
}

/** With the family name, which follows after a space. */
function withFamily(text: string, start: number, end: number, isSure: boolean): Span {
  if (text[end] !== ' ') return { start, end };
  const listed = ALL_NAMES.at(text, end + 1);
  if (listed !== undefined && !isThai(text[end + 1 + listed.length])) return { start, end: end + 1 + listed.length };
  const run = THAI_WORD.exec(text.slice(end + 1, end + 2 + LONGEST_FAMILY))?.[0] ?? '';
  const isFamily = isSure && run.length > 3 && run.length <= LONGEST_FAMILY && !GOES_ON.test(run);
  return { start, end: isFamily ? end + 1 + run.length : end };
}

const afterSpace = (text: string, index: number): number => (text[index] === ' ' ? index + 1 : index);

const isThai = (character: string | undefined): boolean => character !== undefined && /[\u0E01-\u0E4E]/.test(character);

/** True where a word begins, as far as a dictionary can tell. */
function beginsWord(text: string, index: number): boolean {
  if (!isThai(text[index - 1])) return true;
  const from = Math.max(0, index - AROUND);
  return isBoundary(text.slice(from, index + AROUND), index - from);
}

/** True where a word ends: no mark belongs to its last letter, and a dictionary would part it there. */
function endsWord(text: string, start: number, end: number): boolean {
  if (!isThai(text[end])) return true;
  if (/[\u0E31\u0E33-\u0E3A\u0E45\u0E47-\u0E4E\u0E30\u0E32]/.test(text[end] ?? '')) return false;
  return isBoundary(text.slice(start, end + AROUND), end - start);
}

function isBoundary(part: string, at: number): boolean {
  for (const { index } of segmenter.segment(part)) {
    if (index === at) return true;
    if (index > at) return false;
  }
  return at === part.length;
}
