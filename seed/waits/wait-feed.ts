import type { WaitRow } from '#contracts/ingest/wait-row.ts';
import { weekdayOf } from '#domain/calendar-date.ts';
import { WAIT_KINDS, type WaitKind } from '#domain/wait.ts';
import { Random } from '../chance/random.ts';
import { busynessOf, minuteOfDay } from '../network/rhythm.ts';
import { PLACES, type Place } from '../network/site-profiles.ts';
import { REGISTRATION, blend, strengthOn } from '../network/stories.ts';
import { visitId } from '../network/visit.ts';
import type { Feed, SeedRun, TimedRow } from '../sending/feed.ts';
import { instantOf, writtenDate } from '../time/local-clock.ts';
import { DEPARTMENT_WAITS, WAIT_PROFILES, type DepartmentWaits } from './wait-profiles.ts';

const MINUTE_MS = 60_000;
const PATIENCE_SPREAD = 0.9;
/** Mondays are a little slower, Fridays a little faster; Monday first. */
const WEEKDAY_PACE = [1.08, 1.02, 1, 0.98, 0.96, 0.98, 1];

/** What a day does to a wait: its weekday, and at Riverside the new registration. */
function paceOn(day: number, place: Place, kind: WaitKind, run: SeedRun): number {
  const weekday = WEEKDAY_PACE[weekdayOf(day) - 1] ?? 1;
  if (kind !== 'arrival-to-seen' || place.site !== REGISTRATION.site) return weekday;
  const { before } = REGISTRATION.medianWait;
  return (weekday * blend(REGISTRATION.medianWait, strengthOn(day, REGISTRATION, run.span))) / before;
}

/** One wait: it lasts until its turn comes or patience runs out, whichever is first; at the end of the span it may go on. */
function oneWait(place: Place, usual: DepartmentWaits, day: number, externalId: string, random: Random, run: SeedRun) {
  const profile = WAIT_PROFILES[usual.kind];
  const startedMs = place.clock.at(day, minuteOfDay(usual.rhythm ?? profile.rhythm, random));
  const untilSeen = random.skewed(usual.median * paceOn(day, place, usual.kind, run), usual.spread ?? profile.spread);
  const patience = random.skewed(profile.patience ?? 0, PATIENCE_SPREAD);
  const left = profile.patience !== null && patience < untilSeen;
  const endedMs = startedMs + Math.round((left ? patience : untilSeen) * 60) * 1000;
  const promised = Number(random.weighted(profile.promises));
  const over = endedMs < run.span.endMs;
  const row: WaitRow = {
    externalId,
    department: place.department,
    kind: usual.kind,
    startedAt: instantOf(startedMs),
    ...lengthOf(usual.kind, startedMs, endedMs, over),
    promisedMinutes: promised === 0 ? undefined : promised,
    outcome: !over ? 'waiting' : left ? 'left' : 'seen',
    channel: random.weighted(profile.channels),
    visit: usual.kind === 'arrival-to-seen' ? visitId(place, day, random) : undefined,
  };
  return { ms: startedMs, row };
}

/** The phone system reports lengths, the others when it ended. */
function lengthOf(kind: WaitKind, startedMs: number, endedMs: number, over: boolean) {
  if (!over) return {};
  if (kind === 'call-to-answer') return { waitMinutes: Math.round(((endedMs - startedMs) / MINUTE_MS) * 100) / 100 };
  return { endedAt: instantOf(endedMs) };
}

function waitsOf(place: Place, usual: DepartmentWaits, day: number, run: SeedRun): TimedRow<WaitRow>[] {
  const { rhythm } = { ...WAIT_PROFILES[usual.kind], ...usual };
  const random = new Random('waits', usual.kind, place.department, day);
  const count = random.count((usual.perWeek / 7) * busynessOf(rhythm, place.site, day));
  const rows: TimedRow<WaitRow>[] = [];
  for (let number = 1; number <= count; number += 1) {
    const externalId = `${place.department}-${writtenDate(day)}-${number}`;
    if (random.chance(run.scale))
      rows.push(oneWait(place, usual, day, externalId, new Random('wait', usual.kind, externalId), run));
  }
  return rows;
}

/** One feed a kind, as each is logged by a system of its own. */
export const WAIT_FEEDS: readonly Feed<WaitRow>[] = WAIT_KINDS.codes.map((kind) => {
  const usual = PLACES.flatMap((place) =>
    DEPARTMENT_WAITS[place.department].filter((waits) => waits.kind === kind).map((waits) => ({ place, waits })),
  );
  return {
    kind: 'waits',
    source: WAIT_PROFILES[kind].source,
    rowsPerWeek: usual.reduce((sum, { waits }) => sum + waits.perWeek, 0),
    rowsOf: (day, run) => usual.flatMap(({ place, waits }) => waitsOf(place, waits, day, run)),
  };
});
