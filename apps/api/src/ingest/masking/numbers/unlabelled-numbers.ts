import type { Detector } from '#domain/masking.ts';
import type { Find } from '../finds.ts';
import { isCardNumber } from './card-number.ts';
import { type DigitGroup, digitRuns } from './digit-groups.ts';
import { isNationalNumber } from './national-number.ts';
import { isPhoneNumber } from './phone-number.ts';
import type { WrittenNumber } from './written-number.ts';

/** Numbers that show by themselves what they are; the surest first. */
const TESTS: readonly (readonly [Detector, (number: WrittenNumber) => boolean])[] = [
  ['card', isCardNumber],
  ['national', isNationalNumber],
  ['phone', isPhoneNumber],
];

/** Groups and digits of the longest number there is. */
const MOST_GROUPS = 6;
const MOST_DIGITS = 19;
const LEAST_DIGITS = 8;
/** Words before a number that may stand against it. */
const AROUND = 8;

/** Card, national and phone numbers in a text whose digits are 0–9. A text is looked at from each group of digits once. */
export function unlabelledNumbers(text: string, wanted: ReadonlySet<Detector>): Find[] {
  const tests = TESTS.filter(([detector]) => wanted.has(detector));
  if (tests.length === 0) return [];
  const finds: Find[] = [];
  for (const run of digitRuns(text)) {
    for (let first = 0; first < run.length; first += 1) {
      const found = longestFrom(text, run, first, tests);
      if (found === undefined) continue;
      finds.push(found.find);
      first += found.groups - 1;
    }
  }
  return finds;
}

function longestFrom(text: string, run: readonly DigitGroup[], first: number, tests: typeof TESTS) {
  const groups = run.slice(first, first + MOST_GROUPS);
  for (let count = groups.length; count > 0; count -= 1) {
    const digits = groups.reduce((sum, group, index) => (index < count ? sum + group.digits.length : sum), 0);
    if (digits < LEAST_DIGITS) return undefined;
    if (digits > MOST_DIGITS) continue;
    const number = writtenNumber(text, groups.slice(0, count));
    const test = isInALongerWord(number) ? undefined : tests.find(([, isOne]) => isOne(number));
    if (test !== undefined)
      return { find: { detector: test[0], ...spanOf(text, groups.slice(0, count)) }, groups: count };
  }
  return undefined;
}

function writtenNumber(text: string, groups: readonly DigitGroup[]): WrittenNumber {
  const { start, end } = { start: groups[0]?.start ?? 0, end: groups.at(-1)?.end ?? 0 };
  const before = text.slice(Math.max(0, start - AROUND), start);
  return {
    digits: groups.map(({ digits }) => digits).join(''),
    groups: groups.map(({ digits }) => digits.length),
    gaps: groups.slice(1).map(({ gap }) => gap),
    plus: /\+ ?\(?$/.test(before),
    before,
    after: text.slice(end, end + AROUND),
  };
}

/** A code of Latin letters and digits is no number; scripts without spaces put a number right beside a word. */
function isInALongerWord({ before, after }: WrittenNumber): boolean {
  return (
    (/[A-Za-z_]$/.test(before) && !/(?:tel|sđt|sdt|đt|dt|call|phone|mob|fax|zalo|nr|no)$/i.test(before)) ||
    /^[A-Z_]/.test(after)
  );
}

/** With the plus and the opening bracket that belong to it. */
function spanOf(text: string, groups: readonly DigitGroup[]): { start: number; end: number } {
  const first = groups[0]?.start ?? 0;
  const lead = /(?:\+ ?)?\(?$/.exec(text.slice(Math.max(0, first - 3), first));
  return { start: first - (lead?.[0].length ?? 0), end: groups.at(-1)?.end ?? first };
}
