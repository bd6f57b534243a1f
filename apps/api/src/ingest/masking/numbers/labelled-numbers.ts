import type { Detector } from '#domain/masking.ts';
import type { Find } from '../finds.ts';
import { HOSPITAL_LABELS, NATIONAL_LABELS, PHONE_LABELS } from './labels.ts';

/** What may come between a label and its number; all of it short, so that no text takes long. */
const FILLER =
  'no|nr|num|number|id|is|was|are|me|on|at|us|my|our|số|là|em|tôi|numeris|numeriu|yra|نمبر|ہے|میرا|پر|کریں';
const MARKS = '[\\s:.#№=\\-–]';
const BETWEEN = `${MARKS}{0,3}(?:(?:(?:${FILLER})(?![\\p{L}\\p{M}])|หมายเลข|เลขที่|เลข|คือ|ที่)${MARKS}{0,3}){0,2}`;
/** A few letters may belong to a number, as in AB-123456. */
const CODE = '((?:[a-z]{1,3}[-/]?)?[0-9](?:[0-9]|[-/. ](?=[0-9])){2,22})(?![a-z0-9\\u00C0-\\u024F])';
const PHONE = '((?:\\+ ?)?\\(?[0-9](?:[0-9]|[-/. ()]{1,2}(?=[0-9])){4,22})(?![0-9])';

interface Label {
  detector: Detector;
  pattern: RegExp;
  digits: readonly [least: number, most: number];
}

const LABELS: readonly Label[] = [
  { detector: 'hospital', pattern: after(HOSPITAL_LABELS, CODE), digits: [4, 14] },
  { detector: 'national', pattern: after(NATIONAL_LABELS, CODE), digits: [6, 16] },
  { detector: 'phone', pattern: after(PHONE_LABELS, PHONE), digits: [6, 15] },
];

const NOT_DIGITS = /[^0-9]/g;
const DATE_OR_TIME =
  /^\s*(?:\d{1,4}([-/. ])\d{1,2}\1\d{2,4}(?: \d{1,2})?|(?:19|20|25)\d\d(?:[-/](?:\d\d|(?:19|20|25)\d\d))?|\d{1,2}[. ]\d\d[- ]{1,3}\d{1,2}[. ]\d\d)$/;

/**
 * Numbers that the words before them tell apart: “HN 123456”, “số hồ sơ: 20251234”, “call 221 456”. The text is in lower
 * case: patterns that do not care for it take several times as long.
 */
export function labelledNumbers(text: string, wanted: ReadonlySet<Detector>, which: 'codes' | 'phones'): Find[] {
  const finds: Find[] = [];
  for (const { detector, pattern, digits } of LABELS) {
    if (!wanted.has(detector) || (detector === 'phone') !== (which === 'phones')) continue;
    for (const { index, 0: match, 1: value = '' } of text.matchAll(pattern)) {
      const count = value.replace(NOT_DIGITS, '').length;
      if (count < digits[0] || count > digits[1] || DATE_OR_TIME.test(value)) continue;
      const end = index + match.length;
      finds.push({ detector, start: end - value.length, end });
    }
  }
  return finds;
}

/** Thai labels stand in the middle of a line of letters; those of other scripts begin where a word begins. */
function after(labels: readonly string[], value: string): RegExp {
  const patterns = labels.map((label) => label.replaceAll(' ', '\\s'));
  const isThai = (pattern: string): boolean => /[\u0E00-\u0E7F]/.test(pattern);
  const spaced = patterns.filter((pattern) => !isThai(pattern)).join('|');
  const label = `(?:(?<![\\p{L}\\p{M}\\p{N}])(?:${spaced})(?![\\p{L}\\p{M}])|${patterns.filter(isThai).join('|')})`;
  return new RegExp(`${label}${BETWEEN}${value}`, 'gu');
}
