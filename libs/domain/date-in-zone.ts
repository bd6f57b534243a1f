/** The calendar date, `YYYY-MM-DD`, that people in a time zone have at an instant (ms since 1970-01-01T00:00Z). */
export function dateInZone(instant: number, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(instant))
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
}
