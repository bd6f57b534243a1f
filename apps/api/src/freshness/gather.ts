import { dateOf, mondayOf } from '#domain/calendar-date.ts';
import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import type { DeliveryDay, Expectation, Rhythm } from '#metrics/freshness/delivery-rhythm.ts';
import { type Arrivals, DELAY_RULE } from '#metrics/freshness/reporting-delay.ts';
import type { ArrivalKind } from '#metrics/freshness/source-counts.ts';
import type { Transaction } from '../database/database.ts';
import { ARRIVALS_SQL, FIRST_ARRIVALS_SQL, SOURCE_WEEKS_SQL } from './arrivals.query.ts';
import { DELIVERIES_SQL } from './deliveries.query.ts';
import { CALENDAR_SQL, KNOWN_SOURCES_SQL } from './known-sources.query.ts';
import { type LocalNow, localNow } from './local-time.ts';

/** A day of deliveries, with when the last one came and what it held. */
export interface Delivered extends DeliveryDay {
  sourceId: string;
  deliveries: number;
  lastAt: number;
  kinds: FactKind[];
}

/** A source as people know it, and what they said of how often it should deliver. */
export interface KnownSource {
  id: string;
  code: string;
  name: string;
  set: (Expectation & { setBy: string }) | null;
}

export interface Calendar {
  timeZone: string;
  workingDays: readonly number[];
  holidays: ReadonlySet<number>;
  minimumResponses: number;
}

/** What the rows of a source in a week and a department are made of. */
export interface WeekMade {
  sourceId: string;
  kind: ArrivalKind;
  monday: number;
  departmentId: string;
  department: string;
  counts: readonly number[];
}

/** Everything that an organisation's sources are judged by, at one moment. */
export interface Gathered {
  now: LocalNow;
  calendar: Calendar;
  sources: readonly KnownSource[];
  deliveries: ReadonlyMap<string, readonly Delivered[]>;
  arrivals: readonly (Arrivals & { sourceId: string; kind: ArrivalKind })[];
  firstArrivals: readonly { sourceId: string; kind: ArrivalKind; day: number }[];
  weeks: readonly WeekMade[];
}

const DAY_MS = 86_400_000;
/** As far back as daily and weekly deliveries are looked at; of sources with fewer days than `FEW`, farther for monthly ones. */
const RECENT_DAYS = 100;
const FAR_DAYS = 400;
const FEW = 13;
/** Weeks that are looked at to tell what a source is made of and whom it feeds. */
export const WEEKS = 13;

/** Reads what an organisation's sources are judged by; to be called in a scope of the whole organisation. */
export async function gather({ query, scope }: Transaction, nowMs: number): Promise<Gathered | null> {
  const { organisationId } = scope;
  const [stored] = await query<Omit<Calendar, 'holidays'> & { holidays: number[] }>(CALENDAR_SQL, [organisationId]);
  if (stored === undefined) return null;
  const calendar = { ...stored, holidays: new Set(stored.holidays) };
  const now = localNow(nowMs, calendar.timeZone);
  const sources = (await query<StoredSource>(KNOWN_SOURCES_SQL, [organisationId])).map(knownSource);
  const deliveriesSince = (days: number, ids: readonly string[] | null): Promise<Delivered[]> =>
    query<Delivered>(DELIVERIES_SQL, [
      ...[organisationId, calendar.timeZone, new Date(nowMs - days * DAY_MS), new Date(nowMs), ids],
    ]);
  const recent = Map.groupBy(await deliveriesSince(RECENT_DAYS, null), ({ sourceId }) => sourceId);
  const seldom = sources.map(({ id }) => id).filter((id) => (recent.get(id)?.length ?? 0) < FEW);
  const far = Map.groupBy(await deliveriesSince(FAR_DAYS, seldom), ({ sourceId }) => sourceId);
  const since = dateOf(now.day - DELAY_RULE.windowDays - DELAY_RULE.mostDays);
  return {
    ...{ now, calendar, sources },
    deliveries: new Map([...recent, ...far]),
    arrivals: await query(ARRIVALS_SQL, [organisationId, since]),
    firstArrivals: await query(FIRST_ARRIVALS_SQL, [organisationId]),
    weeks: await query(SOURCE_WEEKS_SQL, [organisationId, dateOf(mondayOf(now.day) - WEEKS * 7)]),
  };
}

interface StoredSource {
  id: string;
  code: string;
  name: string;
  rhythm: Rhythm | null;
  weekdays: number[] | null;
  graceHours: number | null;
  setBy: string | null;
}

const knownSource = ({ rhythm, weekdays, graceHours, setBy, ...source }: StoredSource): KnownSource => ({
  ...source,
  set: rhythm === null ? null : { rhythm, weekdays: weekdays ?? [], graceHours: graceHours ?? 0, setBy: setBy ?? '' },
});
