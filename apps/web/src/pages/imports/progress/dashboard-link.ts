import { dateOf, dayNumberOf, mondayOf } from '#domain/calendar-date.ts';
import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import { daysAfter, lastWeekEnd } from '../../../filters/period.ts';

const DASHBOARDS: Partial<Record<FactKind, string>> = {
  waits: '/waits',
  complaints: '/complaints/numbers',
  'complaint-events': '/complaints/numbers',
};

const WEEKS = 13;

/**
 * Where the rows of an import are seen: the quarter of a year that ends with the week of its last row. Where that is the
 * running week it is shown by its dates, since whole weeks would leave it out.
 */
export function dashboardLink(
  kind: FactKind,
  lastDay: string | null,
  today: string,
): { path: string; query: Record<string, string> } {
  const path = DASHBOARDS[kind] ?? '/this-week';
  if (lastDay === null) return { path, query: {} };
  const until = daysAfter(dateOf(mondayOf(dayNumberOf(lastDay))), 7);
  const [end, from] = [lastWeekEnd(today), daysAfter(until, -7 * WEEKS)];
  if (until > end) return { path, query: { from, to: daysAfter(lastDay, 1) } };
  return { path, query: { weeks: String(WEEKS), ...(until === end ? {} : { until }) } };
}
