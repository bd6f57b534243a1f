import { DAY_MINUTES, type LocalMinute } from '#metrics/freshness/delivery-due.ts';

/** A moment on the clocks of an organisation. */
export interface LocalNow {
  minute: LocalMinute;
  /** Days since 1970-01-01. */
  day: number;
  /** How much of the day has passed. */
  dayShare: number;
}

/** What an organisation's clocks show at an instant. */
export function localNow(instant: number, timeZone: string): LocalNow {
  const minute = localMinuteOf(instant, timeZone);
  const day = Math.floor(minute / DAY_MINUTES);
  return { minute, day, dayShare: minute / DAY_MINUTES - day };
}

export function localMinuteOf(instant: number, timeZone: string): LocalMinute {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
  return Math.floor((instant + zoned.offsetNanoseconds / 1e6) / 60_000);
}

/** The instant at which an organisation's clocks show a minute, as text. */
export function instantOf(minute: LocalMinute, timeZone: string): string {
  const shown = Temporal.Instant.fromEpochMilliseconds(minute * 60_000)
    .toZonedDateTimeISO('UTC')
    .toPlainDateTime();
  return new Date(shown.toZonedDateTime(timeZone).epochMilliseconds).toISOString();
}
