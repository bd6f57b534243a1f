import { dateOf } from '#domain/calendar-date.ts';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;

/** Wall clock of a site. The offset of a day's noon holds for the whole day, which is exact on all but two days a year. */
export class LocalClock {
  private readonly midnights = new Map<number, number>();
  private readonly timeZone: string;

  constructor(timeZone: string) {
    this.timeZone = timeZone;
  }

  /** Milliseconds since 1970 at a minute of a day (fractions and minutes of the next day are welcome). */
  at(day: number, minute: number): number {
    let midnight = this.midnights.get(day);
    if (midnight === undefined) {
      const noon = Temporal.PlainDate.from(dateOf(day)).toZonedDateTime({
        timeZone: this.timeZone,
        plainTime: '12:00',
      });
      midnight = noon.epochMilliseconds - (DAY_MINUTES / 2) * MINUTE_MS;
      this.midnights.set(day, midnight);
    }
    return midnight + Math.floor(minute * 60) * 1000;
  }

  dayOf(ms: number): number {
    const guess = Math.floor(ms / (DAY_MINUTES * MINUTE_MS));
    if (ms >= this.at(guess + 1, 0)) return guess + 1;
    return ms < this.at(guess, 0) ? guess - 1 : guess;
  }
}

/** An instant as it is sent: UTC, to the second. */
export function instantOf(ms: number): string {
  const day = Math.floor(ms / (DAY_MINUTES * MINUTE_MS));
  const second = Math.floor(ms / 1000) - day * DAY_MINUTES * 60;
  const two = (number: number): string => (number < 10 ? `0${number}` : String(number));
  return `${writtenDate(day)}T${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}Z`;
}

const written = new Map<number, string>();

/** A day as `YYYY-MM-DD`, remembered, because hundreds of thousands of rows name the same few hundred days. */
export function writtenDate(day: number): string {
  let date = written.get(day);
  if (date === undefined) {
    date = dateOf(day);
    written.set(day, date);
  }
  return date;
}
