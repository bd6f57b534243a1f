/** How dates are written: in which locale, and what "this year" is, which is left out. */
export interface DateManner {
  locale: string;
  /** The organisation's date, `YYYY-MM-DD`. */
  today: string;
}

const DAY = { weekday: 'short', day: 'numeric' } as const;
const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** A calendar date such as `Tue 17 Nov`, with the year when it is not this one. */
export function dayText(date: string, { locale, today }: DateManner): string {
  return written(date, locale, { ...dayOptions(date, { locale, today }), timeZone: 'UTC' });
}

function dayOptions(date: string, { locale, today }: DateManner): Intl.DateTimeFormatOptions {
  const year = date.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: 'numeric' } as const);
  // A short Lithuanian month is a bare number, 11-17, which reads like a difference.
  return { ...DAY, ...year, month: locale.startsWith('lt') ? 'long' : 'short' };
}

/** An instant where it happened: `Tue 17 Nov, 14:20`. */
export function momentText(instant: string, timeZone: string, manner: DateManner): string {
  const day = dayOptions(dateAt(instant, timeZone), manner);
  return written(instant, manner.locale, { ...day, ...CLOCK, timeZone });
}

/** The time of day of an instant where it happened, `14:20`; without a zone, where the reader is. */
export function clockText(instant: string, timeZone: string | undefined, locale: string): string {
  return written(instant, locale, { ...CLOCK, timeZone });
}

/** The calendar date of an instant where it happened, `YYYY-MM-DD`. */
export function dateAt(instant: string, timeZone: string): string {
  return written(instant, 'en-CA-u-ca-iso8601', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone });
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs a hundred times what using it does, and a table uses one a cell. */
function written(when: string, locale: string, options: Intl.DateTimeFormatOptions): string {
  const key = `${locale}${JSON.stringify(options)}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, format);
  return format.format(new Date(when));
}
