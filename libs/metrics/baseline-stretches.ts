import { dateOf, dayNumberOf, mondayOf } from '#domain/calendar-date.ts';

/** Frozen: these dates are the baseline. Rebased: something changed on a date, and a new baseline begins. */
export const BASELINE_KINDS = ['frozen', 'rebased'] as const;
export type BaselineKind = (typeof BASELINE_KINDS)[number];

/** What a person said of a baseline. */
export interface GivenBaseline {
  kind: BaselineKind;
  /** The first date of the baseline, or the date of the change. */
  from: string;
  /** Exclusive end of a frozen one; null for a change, whose new baseline is proposed. */
  to: string | null;
}

/** A stretch of weeks that share a baseline. */
export interface BaselineStretch<Given extends GivenBaseline> {
  /** Its first Monday; null for the stretch from the beginning of the data. */
  begins: string | null;
  /** The Monday on which the next one begins; null for the last. */
  ends: string | null;
  /** The change it begins with; null for the stretch from the beginning. */
  change: Given | null;
  /** What it was frozen at, with dates that lie within it; null where its first weeks are proposed. */
  frozen: { given: Given; from: string; to: string } | null;
}

const WEEK = 7;

/**
 * The stretches that what people said divides time into, oldest first; they are given in the order in which they were
 * said. A change in the middle of a week leaves that week to what was before. Of several baselines frozen in one stretch
 * the one said last holds; so does the last said of two changes in one week.
 */
export function baselineStretches<Given extends GivenBaseline>(given: readonly Given[]): BaselineStretch<Given>[] {
  const changes = new Map<string, Given>();
  for (const one of given) if (one.kind === 'rebased') changes.set(mondayFrom(one.from), one);
  const begins = [null, ...[...changes.keys()].sort()];
  return begins.map((monday, index) => {
    const ends = begins[index + 1] ?? null;
    return {
      begins: monday,
      ends,
      change: monday === null ? null : (changes.get(monday) ?? null),
      frozen: frozenWithin(given, monday, ends),
    };
  });
}

function frozenWithin<Given extends GivenBaseline>(
  given: readonly Given[],
  begins: string | null,
  ends: string | null,
): BaselineStretch<Given>['frozen'] {
  const found = given.findLast(
    ({ kind, from }) => kind === 'frozen' && (begins === null || from >= begins) && (ends === null || from < ends),
  );
  if (found === undefined || found.to === null) return null;
  const { from, to } = found;
  return { given: found, from, to: ends !== null && ends < to ? ends : to };
}

/** The Monday on a date or after it. */
function mondayFrom(date: string): string {
  return dateOf(mondayOf(dayNumberOf(date) + WEEK - 1));
}
