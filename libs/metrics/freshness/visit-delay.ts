import { DELAY_RULE, type ReportingDelay } from './reporting-delay.ts';
import { AFTER_DAYS } from './source-counts.ts';

/**
 * Shares of patients who have answered when so many whole days have passed since their visit, index 0 for the
 * day itself, from counts of answers by how long after the visit they were given. Between two stretches of days answers
 * are spread evenly; later than 42 days is not waited for. null for fewer than thirty answers.
 */
export function answeredAfter(counts: readonly number[]): number[] | null {
  const last = AFTER_DAYS.length - 1;
  const all = counts.slice(0, last).reduce((sum, count) => sum + count, 0);
  if (all < DELAY_RULE.fewestRows) return null;
  const share: number[] = [];
  let come = 0;
  for (let place = 0; place < last; place += 1) {
    const [from, to] = [AFTER_DAYS[place] ?? 0, AFTER_DAYS[place + 1] ?? 0];
    for (let day = from; day < to; day += 1) {
      come += (counts[place] ?? 0) / (to - from);
      share.push(come / all);
    }
  }
  return share;
}

/** Share of the answers about visits of a period that is expected to have been given, and to have come, by the day `today`. */
export function visitShare(
  after: readonly number[],
  delay: Pick<ReportingDelay, 'share'> | null,
  { from, to, today }: { from: number; to: number; today: number },
): number {
  let come = 0;
  for (let visit = from; visit < to; visit += 1) {
    for (let days = 0; days < after.length && visit + days <= today; days += 1) {
      const given = (after[days] ?? 0) - (after[days - 1] ?? 0);
      const since = today - visit - days;
      come += given * (delay === null ? 1 : (delay.share[Math.min(since, delay.share.length - 1)] ?? 1));
    }
  }
  return to > from ? come / (to - from) : 1;
}

/** Days after the visit within which half of those who answer have answered. */
export const medianDays = (after: readonly number[]): number =>
  Math.max(
    0,
    after.findIndex((share) => share >= 0.5),
  );
