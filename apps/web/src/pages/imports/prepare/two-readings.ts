import { dateOf, dayNumberOf, isCalendarDate } from '#domain/calendar-date.ts';

/** A date of the file that could be either of two days, with both. */
export interface TwoDays {
  text: string;
  dmy: string;
  mdy: string;
}

const PARTS = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})(?=\D|$)/;
/** From here on a year is of the Buddhist era. */
const BUDDHIST_FROM = 2400;

/** The first sample that could be two days; null where none could. */
export function twoDaysIn(samples: readonly string[]): TwoDays | null {
  for (const text of samples) {
    const [, one = '', two = '', years = ''] = PARTS.exec(plainDigits(text.trim())) ?? [];
    const written = Number(years.length === 2 ? `20${years}` : years);
    const year = String(written >= BUDDHIST_FROM ? written - 543 : written).padStart(4, '0');
    const [dmy, mdy] = [dayOf(year, two, one), dayOf(year, one, two)];
    if (dmy !== null && mdy !== null && dmy !== mdy) return { text: text.trim(), dmy, mdy };
  }
  return null;
}

function dayOf(year: string, month: string, day: string): string | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDate(date) && dateOf(dayNumberOf(date)) === date ? date : null;
}

/** A number of the file that could be a thousand or a fraction, with both. */
export interface TwoNumbers {
  text: string;
  comma: number;
  dot: number;
}

/** The first sample that could be two numbers: `1,234` is 1.234 by a comma, 1234 by a dot. */
export function twoNumbersIn(samples: readonly string[]): TwoNumbers | null {
  for (const text of samples) {
    const [, whole = '', mark = '', fraction = ''] = /^(-?\d{1,3})([.,])(\d{3})$/.exec(plainDigits(text.trim())) ?? [];
    if (mark === '') continue;
    const [thousand, part] = [Number(`${whole}${fraction}`), Number(`${whole}.${fraction}`)];
    return { text: text.trim(), comma: mark === ',' ? part : thousand, dot: mark === ',' ? thousand : part };
  }
  return null;
}

/** Thai and Arabic-Indic digits as plain ones. */
function plainDigits(text: string): string {
  return text.replace(/[๐-๙٠-٩۰-۹]/gu, (digit) => {
    const code = digit.charCodeAt(0);
    const zero = code >= 0x0e50 && code <= 0x0e59 ? 0x0e50 : code >= 0x06f0 ? 0x06f0 : 0x0660;
    return String(code - zero);
  });
}
