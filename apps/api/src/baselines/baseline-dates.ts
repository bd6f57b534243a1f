import type { BaselineSayingDto } from '#contracts/baselines.dto.ts';
import { dateOf, dayNumberOf, isCalendarDate, mondayOf } from '#domain/calendar-date.ts';
import { SIGNAL_RULE } from '#metrics/signal-rule.ts';

const WEEK = 7;
/** The signal rule looks no further back. */
const HISTORY_WEEKS = 260;

type Dates = Pick<BaselineSayingDto, 'kind' | 'from' | 'to'>;

/** What is wrong with the dates somebody chose for a baseline, or for a change; nothing where they are good. */
export function datesTroubles({ kind, from, to }: Dates, today: string): string[] {
  if (!isCalendarDate(from)) return [`from: ${from} is no date`];
  if (to !== undefined && !isCalendarDate(to)) return [`to: ${to} is no date`];
  const now = dayNumberOf(today);
  const earliest = mondayOf(now) - HISTORY_WEEKS * WEEK;
  if (dayNumberOf(from) < earliest)
    return [`from must be ${dateOf(earliest)} or later: weeks are looked back at so far`];
  if (kind === 'rebased') {
    if (to !== undefined)
      return ['to must be left out of a change: the weeks after it are proposed until you freeze them'];
    return dayNumberOf(from) > now ? ['from must be a day up to today: mark a change once it has happened'] : [];
  }
  return to === undefined ? ['to must be the Monday after the last week'] : weeksTroubles(from, to, mondayOf(now));
}

function weeksTroubles(from: string, to: string, thisMonday: number): string[] {
  const [first, end] = [dayNumberOf(from), dayNumberOf(to)];
  const { fewestWeeks, mostWeeks } = SIGNAL_RULE;
  const weeks = (end - first) / WEEK;
  return [
    ...(mondayOf(first) === first ? [] : ['from must be a Monday']),
    ...(mondayOf(end) === end ? [] : ['to must be a Monday: the one after the last week']),
    ...(end > thisMonday
      ? [`to must be ${dateOf(thisMonday)} or earlier: a week that is not over is no baseline`]
      : []),
    ...(weeks < fewestWeeks ? [`from and to must hold at least ${fewestWeeks} weeks: fewer tell too little`] : []),
    ...(weeks > mostWeeks ? [`from and to may hold at most ${mostWeeks} weeks`] : []),
  ];
}
