import { dayNumberOf } from '#domain/calendar-date.ts';
import type { FeedingSourceDto, VisitShareDto } from '#contracts/freshness.dto.ts';
import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import { DELAY_RULE, type Delivering, expectedShare, type ReportingDelay } from '#metrics/freshness/reporting-delay.ts';
import { ARRIVAL_KINDS } from '#metrics/freshness/source-counts.ts';
import { medianDays, visitShare } from '#metrics/freshness/visit-delay.ts';
import { answeredAfterOf, delayKey, delaysOf } from './delays.ts';
import type { Gathered } from './gather.ts';
import { instantOf, localMinuteOf } from './local-time.ts';
import { type Standing, standingsOf } from './standing.ts';

/** What is told of a period's numbers. */
export interface PeriodStanding {
  /** True while more of it is expected to come. */
  provisional: boolean;
  /** Percent of it that is expected to have come; null where that is not known, or all of it has. */
  expectedShare: number | null;
}

/** Whose numbers are asked for. */
export interface Fed {
  kinds: readonly FactKind[];
  /** The departments asked for; null for all. */
  departments: readonly string[] | null;
}

/** Sources of fewer rows than this in thirteen weeks do not count as feeding a department. */
const FEWEST_FED = 10;

/** How fresh the numbers of an organisation are, at one moment. */
export class Feeding {
  private readonly standings: readonly Standing[];
  private readonly delays: ReadonlyMap<string, ReportingDelay>;
  private readonly after: readonly number[] | null;

  constructor(private readonly gathered: Gathered) {
    this.standings = standingsOf(gathered);
    this.delays = delaysOf(gathered);
    this.after = answeredAfterOf(gathered, null);
  }

  /** The standing of a period, from its first day up to before `to`, of what some kinds of rows feed. */
  period(fed: Fed, from: string, to: string): PeriodStanding {
    const { now } = this.gathered;
    const [first, end] = [dayNumberOf(from), dayNumberOf(to)];
    const running = end > now.day;
    if (end <= now.day - DELAY_RULE.windowDays) return { provisional: false, expectedShare: null };
    const share = expectedShare(this.delivering(fed), first, end, now.dayShare);
    if (share === null) return { provisional: running, expectedShare: null };
    const provisional = running || share < DELAY_RULE.complete;
    return { provisional, expectedShare: provisional ? Math.floor(share * 100) : null };
  }

  /** Sources that feed the numbers, for whoever may see sources. */
  sources(fed: Fed): { code: string; name: string }[] {
    return this.feeding(fed).map(({ source: { code, name } }) => ({ code, name }));
  }

  /** Sources that do not deliver as they should; without their names for whoever may not see sources. */
  troubled(fed: Fed, named: boolean): FeedingSourceDto[] {
    const { timeZone } = this.gathered.calendar;
    return this.feeding(fed).flatMap(({ source, state, due }) =>
      state === 'fresh' || state === 'unjudged'
        ? []
        : [
            {
              code: named ? source.code : null,
              name: named ? source.name : null,
              state,
              since: due.lateSince === null ? null : instantOf(due.lateSince, timeZone),
            },
          ],
    );
  }

  /** How far the answers about the visits of a period have come in; null where visits are not known, or nearly all have. */
  visits(fed: Fed, from: string, to: string): VisitShareDto | null {
    if (this.after === null || !fed.kinds.includes('survey-responses')) return null;
    const slowest = this.delivering({ ...fed, kinds: ['survey-responses'] })[0]?.delay ?? null;
    const today = this.gathered.now.day;
    const share = visitShare(this.after, slowest, { from: dayNumberOf(from), to: dayNumberOf(to), today });
    if (share >= DELAY_RULE.complete) return null;
    return { expectedShare: Math.floor(share * 100), medianDays: medianDays(this.after) };
  }

  private delivering(fed: Fed): Delivering[] {
    return this.feeding(fed).flatMap(({ source, due, deliveries }) =>
      ARRIVAL_KINDS.filter((kind) => fed.kinds.includes(kind)).flatMap((kind) => {
        const delay = this.delays.get(delayKey(source.id, kind));
        const last = deliveries.at(-1)?.lastAt;
        const { day: today } = this.gathered.now;
        const { timeZone } = this.gathered.calendar;
        const upTo = due.missed > 0 && last !== undefined ? Math.floor(localMinuteOf(last, timeZone) / 1440) : today;
        return delay === undefined ? [] : [{ delay, upTo }];
      }),
    );
  }

  private feeding({ kinds, departments }: Fed): Standing[] {
    return this.standings.filter(
      (standing) =>
        kinds.some((kind) => standing.kinds.has(kind)) &&
        (departments === null || this.feeds(standing, kinds, departments)),
    );
  }

  /** Kinds that are not counted by source feed every department. */
  private feeds({ source }: Standing, kinds: readonly FactKind[], departments: readonly string[]): boolean {
    if (!kinds.every((kind) => (ARRIVAL_KINDS as readonly FactKind[]).includes(kind))) return true;
    const rows = this.gathered.weeks
      .filter(
        ({ sourceId, kind, departmentId }) =>
          sourceId === source.id && kinds.includes(kind) && departments.includes(departmentId),
      )
      .reduce((sum, { counts }) => sum + (counts[0] ?? 0), 0);
    return rows >= FEWEST_FED;
  }
}
