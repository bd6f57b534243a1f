import { dateOf } from '#domain/calendar-date.ts';
import type {
  DeliveryDayDto,
  DeliveryExpectationDto,
  FreshnessFindingDto,
  MixShiftDto,
  SourceFreshnessDto,
} from '#contracts/freshness.dto.ts';
import type { Expectation } from '#metrics/freshness/delivery-rhythm.ts';
import type { Gathered } from './gather.ts';
import { judge, type JudgedDay } from './judged-day.ts';
import { instantOf } from './local-time.ts';
import type { FoundShift } from './mix-shifts.ts';
import type { Standing } from './standing.ts';

const DAYS_SHOWN = 56;

/** What is told of a source's standing. */
export function describeStanding(standing: Standing, timeZone: string): SourceFreshnessDto {
  const { state, due, expected, source, smaller, shifts } = standing;
  const since = due.lateSince === null ? null : instantOf(due.lateSince, timeZone);
  const delayed = state === 'silent' || state === 'late' ? [finding({ kind: state, since, missed: due.missed })] : [];
  return {
    state,
    since,
    expected: describeExpectation(expected, source.set?.setBy ?? null),
    nextExpectedAt: due.expectedAt === null ? null : instantOf(due.expectedAt, timeZone),
    findings: [
      ...delayed,
      ...(smaller === null ? [] : [smallerFinding(smaller)]),
      ...shifts.map((shift) => finding({ kind: 'mixed', shift: describeShift(shift) })),
    ],
  };
}

export const describeExpectation = (
  { rhythm, weekdays, graceHours }: Expectation,
  setBy: string | null,
): DeliveryExpectationDto => ({ rhythm, weekdays: [...weekdays], graceHours, learned: setBy === null, setBy });

/** The days of the last eight weeks, those without a delivery too, each with what was to be expected then. */
export function describeDays({ deliveries, expected }: Standing, { now, calendar }: Gathered): DeliveryDayDto[] {
  const byDay = new Map(deliveries.map((one) => [one.day, one]));
  return Array.from({ length: DAYS_SHOWN }, (_, index) => {
    const day = now.day - DAYS_SHOWN + 1 + index;
    const one = byDay.get(day) ?? { day, rows: 0, deliveries: 0 };
    const judged = judge(one, deliveries, expected, calendar.holidays);
    const tells = expected.rhythm !== 'none' && (one.deliveries > 0 || isExpected(day, expected));
    return {
      on: dateOf(day),
      rows: one.rows,
      deliveries: one.deliveries,
      usual: tells ? judged.usual : null,
      limit: tells ? judged.limit : null,
    };
  });
}

const isExpected = (day: number, { weekdays }: Expectation): boolean => weekdays.includes(((day + 3) % 7) + 1);

const NOTHING = { since: null, missed: null, on: null, rows: null, usual: null, limit: null, n: null, shift: null };

const finding = (found: Pick<FreshnessFindingDto, 'kind'> & Partial<FreshnessFindingDto>): FreshnessFindingDto => ({
  ...NOTHING,
  ...found,
});

const smallerFinding = ({ day, rows, usual, limit, n }: JudgedDay): FreshnessFindingDto =>
  finding({ kind: 'smaller', on: dateOf(day), rows, usual, limit, n });

/** Shares in whole percent: enough to see what moved. */
const describeShift = ({ kind, aspect, monday, n, nBefore, effect, most }: FoundShift): MixShiftDto => ({
  ...{ kind, aspect, n, nBefore },
  week: dateOf(monday),
  effect: Math.round(effect * 100) / 100,
  value: most?.value ?? null,
  before: most === null ? null : Math.round(most.before),
  now: most === null ? null : Math.round(most.now),
});
