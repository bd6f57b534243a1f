import { type ArrivalKind, ARRIVAL_KINDS, aspectsOf } from '#metrics/freshness/source-counts.ts';
import { learnDelay, type ReportingDelay } from '#metrics/freshness/reporting-delay.ts';
import { answeredAfter } from '#metrics/freshness/visit-delay.ts';
import type { ReportingDelayDto } from '#contracts/freshness.dto.ts';
import type { Gathered } from './gather.ts';

/** How long the rows of each source and kind take to come; those that too little is known of are left out. */
export function delaysOf({ arrivals, firstArrivals, now }: Gathered): Map<string, ReportingDelay> {
  const first = new Map(firstArrivals.map(({ sourceId, kind, day }) => [delayKey(sourceId, kind), day]));
  const delays = new Map<string, ReportingDelay>();
  for (const [key, of] of Map.groupBy(arrivals, ({ sourceId, kind }) => delayKey(sourceId, kind))) {
    const delay = learnDelay(of, now.day, first.get(key));
    if (delay !== null) delays.set(key, delay);
  }
  return delays;
}

export const delayKey = (sourceId: string, kind: ArrivalKind): string => `${kind} ${sourceId}`;

/** Shares of patients who have answered so many days after the visit, of one source or of all; null if too few are known. */
export function answeredAfterOf({ weeks }: Gathered, sourceId: string | null): number[] | null {
  const sums: number[] = [];
  for (const week of weeks) {
    if (week.kind !== 'survey-responses' || (sourceId !== null && week.sourceId !== sourceId)) continue;
    const after = aspectsOf(week.kind, week.counts).find(([aspect]) => aspect === 'after')?.[1];
    [...(after?.values() ?? [])].forEach((count, place) => (sums[place] = (sums[place] ?? 0) + count));
  }
  return answeredAfter(sums);
}

/** Days of which shares are told. */
const DAYS_TOLD = 29;

/** The delays of one source, in whole percent. */
export function describeDelays(gathered: Gathered, sourceId: string): ReportingDelayDto[] {
  const delays = delaysOf(gathered);
  return ARRIVAL_KINDS.flatMap((kind): ReportingDelayDto[] => {
    const delay = delays.get(delayKey(sourceId, kind));
    const after = kind === 'survey-responses' ? answeredAfterOf(gathered, sourceId) : null;
    if (delay === undefined && after === null) return [];
    return [
      {
        kind,
        n: delay?.n ?? 0,
        share: percents(delay?.share ?? []),
        afterVisit: after === null ? null : percents(after),
      },
    ];
  });
}

const percents = (shares: readonly number[]): number[] =>
  shares.slice(0, DAYS_TOLD).map((share) => Math.round(share * 100));
