import { mondayOf } from '#domain/calendar-date.ts';
import { type Mix, type MixShift, shiftedMixes } from '#metrics/freshness/answer-mix.ts';
import { type ArrivalKind, aspectsOf, type MixAspect } from '#metrics/freshness/source-counts.ts';
import type { Gathered, WeekMade } from './gather.ts';

/** A shift with whose it is and of which week, as far as it may be told. */
export interface FoundShift extends Omit<MixShift<unknown>, 'aspect' | 'most'> {
  sourceId: string;
  kind: ArrivalKind;
  aspect: MixAspect;
  /** Days since 1970-01-01. */
  monday: number;
  /** What moved most; null where fewer than the organisation's minimum are behind a share, or behind what is left of it. */
  most: { value: string; before: number; now: number } | null;
}

/** Weeks that the last one is compared with. */
const WEEKS_BEFORE = 8;
const WEEK = 7;

/** Shifts in what the answers of each source are made of, the last week that is over against the eight before it. */
export function mixShifts({ weeks, now, calendar }: Gathered): FoundShift[] {
  const last = mondayOf(now.day) - WEEK;
  const inReach = weeks.filter(({ monday }) => monday <= last && monday >= last - WEEKS_BEFORE * WEEK);
  const mixes = [...Map.groupBy(inReach, ({ sourceId, kind }) => `${kind} ${sourceId}`).values()].flatMap((of) =>
    mixesOf(of, last),
  );
  return shiftedMixes(mixes).map(({ aspect: { sourceId, kind, aspect, counts }, most, ...shift }) => ({
    ...{ sourceId, kind, aspect, monday: last },
    ...shift,
    most: mayTell(counts(most.value), shift, calendar.minimumResponses) ? most : null,
  }));
}

interface Whose {
  sourceId: string;
  kind: ArrivalKind;
  aspect: MixAspect;
  counts(value: string): { now: number; before: number };
}

function mixesOf(weeks: readonly WeekMade[], last: number): Mix<Whose>[] {
  const [first] = weeks;
  if (first === undefined) return [];
  const { sourceId, kind } = first;
  const sums = new Map<MixAspect, Record<'now' | 'before', Map<string, number>>>();
  const add = (aspect: MixAspect, monday: number, value: string, count: number): void => {
    const of = sums.get(aspect) ?? { now: new Map<string, number>(), before: new Map<string, number>() };
    sums.set(aspect, of);
    const side = monday === last ? of.now : of.before;
    side.set(value, (side.get(value) ?? 0) + count);
  };
  for (const { monday, department, counts } of weeks) {
    add('department', monday, department, counts[0] ?? 0);
    for (const [aspect, values] of aspectsOf(kind, counts)) {
      if (aspect === 'after') continue;
      for (const [value, count] of values) if (count > 0) add(aspect, monday, value, count);
    }
  }
  return [...sums].map(([aspect, { now, before }]) => ({
    aspect: {
      ...{ sourceId, kind, aspect },
      counts: (value) => ({ now: now.get(value) ?? 0, before: before.get(value) ?? 0 }),
    },
    ...{ now, before },
  }));
}

/** A share lets the number behind it be reckoned, and the number that is left. */
function mayTell(
  { now, before }: { now: number; before: number },
  { n, nBefore }: { n: number; nBefore: number },
  minimum: number,
): boolean {
  return [now, before, n - now, nBefore - before].every((count) => count >= minimum);
}
