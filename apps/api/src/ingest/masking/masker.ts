import { type Detector, type MaskedCounts, MASKS } from '#domain/masking.ts';
import { emailAddresses } from './email-addresses.ts';
import { type Find, withoutOverlaps } from './finds.ts';
import { HAS_AT, HAS_DIGITS, HAS_NAME, HAS_THAI, lookAt } from './look.ts';
import { capitalisedNames } from './names/capitalised-names.ts';
import { thaiNames } from './names/thai-script-names.ts';
import { urduNames } from './names/urdu-script-names.ts';
import { wordsOf } from './names/words-of.ts';
import { shapedNumbers, shapesPattern } from './numbers/hospital-shapes.ts';
import { labelledNumbers } from './numbers/labelled-numbers.ts';
import { plainDigits } from './numbers/plain-digits.ts';
import { unlabelledNumbers } from './numbers/unlabelled-numbers.ts';
import type { Span } from './span.ts';

/** A text as it may be kept, and what was masked in it. */
export interface Masked {
  text: string;
  counts: MaskedCounts;
}

const NOTHING: MaskedCounts = Object.freeze({});
const NONE: readonly Find[] = [];
/** Digits of the shortest number looked for: one of a hospital, with a word before it that says so; else a phone. */
const LEAST_DIGITS = { hospital: 4, others: 6 };

/** Masks what the detectors chosen find. Made once for a source; each text takes time by its length, and most very little. */
export class Masker {
  private readonly wanted: ReadonlySet<Detector>;
  private readonly shapes: RegExp | null;
  private readonly digits: number;
  private readonly relevant: number;

  constructor(detectors: readonly Detector[], hospitalNumbers: readonly string[] = []) {
    this.wanted = new Set(detectors);
    this.shapes = this.wanted.has('hospital') ? shapesPattern(hospitalNumbers) : null;
    this.digits = this.wanted.has('hospital') ? LEAST_DIGITS.hospital : LEAST_DIGITS.others;
    this.relevant =
      (this.wanted.has('email') ? HAS_AT : 0) |
      (detectors.some((detector) => detector !== 'email' && detector !== 'name') ? HAS_DIGITS : 0) |
      (this.wanted.has('name') ? HAS_NAME | HAS_THAI : 0);
  }

  mask(text: string): Masked {
    const finds = this.finds(text);
    return finds.length === 0 ? { text, counts: NOTHING } : { text: spliced(text, finds), counts: countsOf(finds) };
  }

  /** What is found in a text, in its order. */
  finds(text: string): readonly Find[] {
    const looked = lookAt(text, this.digits) & this.relevant;
    return looked === 0 ? NONE : withoutOverlaps(this.findsIn(text, looked));
  }

  private findsIn(text: string, looked: number): Find[] {
    const finds: Find[] = [];
    const add = (detector: Detector, spans: readonly Span[]): void => {
      for (const { start, end } of spans) finds.push({ detector, start, end });
    };
    if ((looked & HAS_AT) !== 0) add('email', emailAddresses(text));
    if ((looked & HAS_DIGITS) !== 0) {
      const plain = plainDigits(text);
      if (this.shapes !== null) add('hospital', shapedNumbers(plain, this.shapes));
      const lower = inLowerCase(plain);
      finds.push(...labelledNumbers(lower, this.wanted, 'codes'), ...unlabelledNumbers(plain, this.wanted));
      finds.push(...labelledNumbers(lower, this.wanted, 'phones'));
    }
    if ((looked & HAS_NAME) !== 0) {
      const words = wordsOf(text);
      add('name', capitalisedNames(words));
      add('name', urduNames(words));
    }
    if ((looked & HAS_THAI) !== 0) add('name', thaiNames(text));
    return finds;
  }
}

/** Each character in its place: a few letters have a longer form in lower case, and stay as they are. */
function inLowerCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text.replace(/[^\u0130]+/g, (part) => part.toLowerCase());
}

function spliced(text: string, finds: readonly Find[]): string {
  let masked = '';
  let from = 0;
  for (const { detector, start, end } of finds) {
    masked += text.slice(from, start) + MASKS[detector];
    from = end;
  }
  return masked + text.slice(from);
}

function countsOf(finds: readonly Find[]): MaskedCounts {
  const counts: MaskedCounts = {};
  for (const { detector } of finds) counts[detector] = (counts[detector] ?? 0) + 1;
  return counts;
}
