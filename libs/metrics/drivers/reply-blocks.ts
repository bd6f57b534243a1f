/** Replies that are drawn together, because those of one day or week may resemble each other. */
const ROWS_BELOW_DAYS = 28;
const WEEKS_FROM_DAYS = 182;
/** Into so many groups replies are dealt in turn where there are too few days. */
const DEALT = 40;

/**
 * The block of a reply, in a span of so many days: its week from half a year on, its day from four weeks on. Shorter
 * spans have too few of either: their replies are dealt in turn into 40 groups, which takes each for independent.
 */
export function blockOf(dayNumber: number, index: number, spanDays: number): number {
  if (spanDays < ROWS_BELOW_DAYS) return index % DEALT;
  return spanDays < WEEKS_FROM_DAYS ? dayNumber : Math.floor((dayNumber + 3) / 7);
}
