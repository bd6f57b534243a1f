const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const NAMED =
  /(?<![a-z])(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])[\s_,.'’-]*((?:20)?\d{2})(?!\d)/gi;
const NUMBERED = /(?<!\d)(20\d{2})[\s_.-]?(0[1-9]|1[0-2])(?!\d)/g;

/** The month a text speaks of, `2026-10`; '' where it speaks of none, or of several. */
export function monthToldBy(text: string): string {
  const told = new Set<string>();
  for (const [, name = '', year = ''] of text.matchAll(NAMED)) {
    told.add(written(year.length === 2 ? 2000 + Number(year) : Number(year), monthCalled(name)));
  }
  for (const [, year = '', month = ''] of text.matchAll(NUMBERED)) {
    // 2010_11 is a financial year.
    if (Number(month) !== (Number(year) + 1) % 100) told.add(`${year}-${month}`);
  }
  return told.size === 1 ? ([...told][0] ?? '') : '';
}

/** The month of a financial year, which begins in April: `2025_26` and `AUGUST`; '' where they are none. */
export function monthOfYear(year: string, name: string): string {
  const first = Number(/^(20\d{2})\D?\d{0,4}$/.exec(year.trim())?.[1] ?? NaN);
  const month = monthCalled(name.trim());
  if (Number.isNaN(first) || month === 0) return '';
  return written(month >= 4 ? first : first + 1, month);
}

const monthCalled = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

const written = (year: number, month: number): string => `${year}-${String(month).padStart(2, '0')}`;
