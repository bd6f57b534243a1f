import { firstDayOfMonth, monthOfDay } from '#domain/calendar-month.ts';
import { type DaySpan, FREE } from '#metrics/small-numbers/cut-class.ts';
import { type CutCell, cutTable } from '#metrics/small-numbers/cut-table.ts';
import type { AnsweredCell } from './answered-table.ts';
import type { Cut } from './cut.ts';
import type { CutCalendar } from './cut-calendar.ts';

const QUARTER = 3;
const YEAR = 12;

/** Cuts of what is counted by whole months: the firsts of months, and nowhere else. */
export const MONTH_CALENDAR: CutCalendar = {
  /** Nothing is counted after the month that tomorrow lies in. */
  cutAt: (day, today) => cutAtMonth(Math.min(monthOfDay(day), monthOfDay(today + 1) + 1)),

  /** Months without any answers before a cut are skipped: the last ones have not been published yet. */
  moved(cut, all) {
    const month = monthOfDay(cut.day);
    for (let back = 0; back < YEAR; back += 1) {
      if (all.in(spanOf(month - back - 1)) > 0) return cutAtMonth(month - back);
    }
    return cutAtMonth(month - YEAR);
  },

  /** As far back as the classes look, from the farthest that a cut may be moved to. */
  spansOfCut: ({ day }) => monthsUpTo(monthOfDay(day), 2 * YEAR),

  tableAt(cells, cut, minimum) {
    const known = cells.filter(({ since }) => since < cut.day).map((cell) => atMonth(cell, cut, minimum));
    return cutTable(
      known,
      cut.classes.map(({ name }) => name),
    );
  },
};

/** A first of month: months, or quarters and years that begin with any month for what is answered too rarely. */
function cutAtMonth(month: number): Cut {
  const to = firstDayOfMonth(month);
  const window = (months: number): DaySpan => ({ from: firstDayOfMonth(month - months), to });
  return {
    day: to,
    classes: [
      { name: FREE, window: window(1) },
      { name: `quarters ${month % QUARTER}`, window: window(QUARTER) },
      { name: `years ${month % YEAR}`, window: window(YEAR) },
    ],
  };
}

const spanOf = (month: number): DaySpan => ({ from: firstDayOfMonth(month), to: firstDayOfMonth(month + 1) });

/** The months that end with a first of month, the last first. */
const monthsUpTo = (month: number, count: number): DaySpan[] =>
  Array.from({ length: count }, (_, back) => spanOf(month - back - 1));

/**
 * Whether a cell may be told month by month at a cut, or at least by quarters or years. In the mean of the last quarter
 * it must be answered often enough as well, so that longer spans do not begin one way and end the other.
 */
function atMonth(cell: AnsweredCell, { day }: Cut, minimum: number): CutCell {
  const month = monthOfDay(day);
  const months = monthsUpTo(month, YEAR).map((span) => cell.in(span));
  const sumOf = (count: number): number => months.slice(0, count).reduce((sum, answers) => sum + answers, 0);
  const known = Math.min(QUARTER, month - monthOfDay(cell.since));
  const size = sumOf(QUARTER);
  const steady = (months[0] ?? 0) >= minimum && size >= known * minimum;
  return { values: cell.values, size, clean: [steady, size >= minimum, sumOf(YEAR) >= minimum] };
}
