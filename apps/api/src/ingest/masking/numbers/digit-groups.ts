import type { Span } from '../span.ts';

/** Digits that stand together, and what parts them from the group before: '' for the first of a run. */
export interface DigitGroup extends Span {
  digits: string;
  gap: string;
}

/** What may stand between the parts of one number. */
const GAP = /^[ \u00A0\u2009\u202F]?[().\-\u2010-\u2013/ \u00A0\u202F][ \u00A0]?$/;
const LONGEST_GAP = 3;

/** The runs of digit groups in a text whose digits are 0–9, without those of dates. */
export function digitRuns(text: string): DigitGroup[][] {
  const runs: DigitGroup[][] = [];
  let run: DigitGroup[] = [];
  for (const { index, 0: digits } of text.matchAll(/[0-9]+/g)) {
    const last = run.at(-1);
    const gap = last === undefined || index - last.end > LONGEST_GAP ? '' : text.slice(last.end, index);
    if (!GAP.test(gap)) {
      if (run.length > 0) runs.push(run);
      run = [];
    }
    run.push({ start: index, end: index + digits.length, digits, gap: run.length === 0 ? '' : gap });
  }
  if (run.length > 0) runs.push(run);
  return runs.flatMap(withoutDates);
}

/** A date, or a date and the hour after it, is no part of a number. */
function withoutDates(run: DigitGroup[]): DigitGroup[][] {
  const parts: DigitGroup[][] = [];
  let part: DigitGroup[] = [];
  for (let index = 0; index < run.length; index += 1) {
    if (isDateAt(run, index)) {
      parts.push(part);
      part = [];
      index += 2;
    } else part.push(run[index] as DigitGroup);
  }
  return [...parts, part].filter((one) => one.length > 0);
}

function isDateAt(run: readonly DigitGroup[], index: number): boolean {
  const [first, second, third, next] = run.slice(index, index + 4);
  if (first === undefined || second === undefined || third === undefined) return false;
  const mark = second.gap;
  if (!/^[-./\u2010-\u2013]$/.test(mark) || third.gap !== mark) return false;
  if (next?.gap === mark || (index > 0 && first.gap === mark)) return false;
  const isDate = (year: DigitGroup, month: DigitGroup, day: DigitGroup): boolean =>
    isYear(year.digits) && isUpTo(12, month.digits) && isUpTo(31, day.digits);
  return isDate(first, second, third) || isDate(third, second, first) || isDate(third, first, second);
}

const isYear = (digits: string): boolean => /^(?:(?:19|20|24|25)?\d\d)$/.test(digits);
const isUpTo = (most: number, digits: string): boolean =>
  digits.length <= 2 && Number(digits) >= 1 && Number(digits) <= most;
