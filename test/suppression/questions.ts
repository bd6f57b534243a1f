import type { Dimension, Where } from '#contracts/dimension.ts';
import type { MetricsQueryDto } from '#contracts/metrics-query.dto.ts';
import type { WhyQueryDto } from '#contracts/why.dto.ts';
import { dateOf, dayNumberOf } from '#domain/calendar-date.ts';
import { FIRST_MONDAY, TODAY } from './small-hospital.ts';

const daysAfter = (date: string, days: number): string => dateOf(dayNumberOf(date) + days);
/** Two weeks before anybody answered, so that spans begin where nothing is; and the end of the running week. */
export const BEGINNING = daysAfter(FIRST_MONDAY, -14);
export const END = daysAfter(TODAY, 5);
const WEEKS = (dayNumberOf(END) - dayNumberOf(BEGINNING)) / 7;
export const MONDAYS = Array.from({ length: WEEKS + 1 }, (_, week) => daysAfter(BEGINNING, 7 * week));
const MONTHS = Array.from({ length: 11 }, (_, month) => `2026-${String(month + 1).padStart(2, '0')}-01`).filter(
  (date) => date > BEGINNING && date < END,
);
/** Three weeks that are also asked for day by day: one in the middle, the last whole one, and the running one. */
const DAYS = ['2026-06-15', '2026-10-05', '2026-10-12'].flatMap((monday) =>
  Array.from({ length: 7 }, (_, day) => daysAfter(monday, day)),
);
/** Every date that a question may begin or end with. */
export const DATES = [...new Set([...MONDAYS, ...MONTHS, ...DAYS])].sort();

const WHERES: Where[] = [
  {},
  { site: ['riverside'] },
  { site: ['hillcrest'] },
  { department: ['medicine'] },
  { department: ['ward-4b'] },
  { department: ['riverside-pharmacy'] },
  { department: ['hillcrest-pharmacy'] },
  { department: ['hillcrest-lab'] },
  { department: ['ward-4b', 'riverside-pharmacy'] },
  { department: ['riverside-pharmacy', 'hillcrest-lab'] },
  { department: ['medicine', 'hillcrest-pharmacy'] },
  { department: ['medicine', 'riverside-pharmacy', 'hillcrest-pharmacy'] },
  { channel: ['sms'] },
  { channel: ['phone'] },
  { channel: ['kiosk'] },
  { channel: ['sms', 'kiosk'] },
  { channel: ['phone', 'kiosk'] },
  { site: ['riverside'], channel: ['sms'] },
  { site: ['riverside'], channel: ['phone', 'kiosk'] },
  { site: ['hillcrest'], channel: ['phone'] },
  { department: ['medicine'], channel: ['sms', 'phone'] },
  { department: ['hillcrest-pharmacy'], channel: ['kiosk'] },
  { department: ['ward-4b', 'hillcrest-lab'], channel: ['sms'] },
];
const BYS: Dimension[][] = [['department'], ['site'], ['channel'], ['department', 'channel'], ['site', 'channel']];

/** Whole series at each grain, and spans whose ends lie near each other. */
const SPANS: Pick<MetricsQueryDto, 'from' | 'to' | 'grain' | 'compare'>[] = [
  { from: BEGINNING, to: END, grain: 'week', compare: 'previous' },
  // The baseline of the signal rule ends earlier the less is asked for.
  ...['2026-10-05', '2026-09-28', '2026-08-31', '2026-07-06'].map((to) => ({
    from: BEGINNING,
    to,
    grain: 'week' as const,
  })),
  { from: MONTHS[0] ?? '', to: '2026-10-01', grain: 'month' },
  { from: '2026-04-01', to: '2026-10-01', grain: 'quarter' },
  ...['2026-06-15', '2026-10-05', '2026-10-12'].map((from) => ({
    from,
    to: daysAfter(from, 6),
    grain: 'day' as const,
  })),
  { from: BEGINNING, to: END, grain: 'total' },
  { from: BEGINNING, to: TODAY, grain: 'total' },
  ...[1, 2, 4, 13, 14, 26].flatMap((weeks) =>
    ['2026-10-12', '2026-10-05'].map((to) => ({
      from: daysAfter(to, -7 * weeks),
      to,
      grain: 'total' as const,
    })),
  ),
  ...['2026-06-18', '2026-06-20', '2026-10-10'].flatMap((to) =>
    ['2026-06-01', '2026-06-15'].map((from) => ({ from, to, grain: 'total' as const })),
  ),
];

/** What one asks who is answered about some departments only: those as a whole, and apart. */
export function questionsOfHead(): MetricsQueryDto[] {
  return SPANS.flatMap((span) => [
    { metrics: ['csat'], ...span },
    { metrics: ['csat'], ...span, where: { channel: ['sms', 'phone'] } },
    ...BYS.slice(0, 4).map((by) => ({ metrics: ['csat'], ...span, by })),
  ]);
}

/** Splits of changes between spans of one length: each tells two spans of everybody, of groups, and of the others together. */
export function splitsOfAttacker(): WhyQueryDto[] {
  const spans = [1, 2, 4, 13].flatMap((weeks) =>
    ['2026-10-12', '2026-10-05', '2026-08-31'].map((to) => ({ from: daysAfter(to, -7 * weeks), to })),
  );
  const bys = ['department', 'channel', 'site'] as const;
  const wheres = WHERES.filter((_, index) => index % 3 === 0);
  return spans.flatMap((span) =>
    wheres.flatMap((where) => bys.map((by) => ({ metric: 'csat' as const, by, ...span, where }))),
  );
}

/** One week, or the piece of one before or after the first of a month: who is left out of the answer has not answered. */
function questionsAboutNobody(): MetricsQueryDto[] {
  const weeks = MONDAYS.slice(0, -1).map((from) => ({ from, to: daysAfter(from, 7) }));
  const pieces = MONTHS.flatMap((first) => {
    const monday = MONDAYS.findLast((one) => one <= first) ?? first;
    return monday === first
      ? []
      : [
          { from: monday, to: first },
          { from: first, to: daysAfter(monday, 7) },
        ];
  });
  return [...weeks, ...pieces].flatMap((span) =>
    [['department'], ['channel'], ['department', 'channel']].map((by) => ({
      metrics: ['csat'],
      ...span,
      grain: 'total' as const,
      by: by as Dimension[],
    })),
  );
}

/** A wide grid of questions: every filter, union, breakdown, grain and neighbouring date. */
export function questionsOfAttacker(): MetricsQueryDto[] {
  const grid = SPANS.flatMap((span) => [
    ...WHERES.map((where) => ({ metrics: ['csat'], ...span, where })),
    ...BYS.map((by) => ({ metrics: ['csat'], ...span, by })),
    { metrics: ['csat'], ...span, by: ['department'] as Dimension[], where: { channel: ['sms', 'phone'] } },
    { metrics: ['csat'], ...span, by: ['channel'] as Dimension[], where: { site: ['riverside'] } },
  ]);
  return [...grid, ...questionsAboutNobody()];
}
