import { isMonday } from '#metrics/small-numbers/cut-class.ts';
import { tableAt } from './answered-table.ts';
import type { CutCalendar } from './cut-calendar.ts';
import { cutAt, spansOfCut, weekOf } from './cut.ts';

/** Cuts of what is counted by days and weeks. */
export const WEEK_CALENDAR: CutCalendar = {
  cutAt,
  spansOfCut,
  tableAt,

  /** Where nobody answered between a cut and the Monday after it, or in the week before it, they are the same cut. */
  moved(cut, all, today) {
    const week = weekOf(cut);
    const rest = Array.from({ length: week.to - cut.day }, (_, day) => cut.day + day);
    if (!isMonday(cut.day) && rest.some((day) => all.in({ from: day, to: day + 1 }) > 0)) return cut;
    if (all.in(week) > 0) return isMonday(cut.day) ? cut : cutAt(week.to, today);
    return cutAt(week.from, today);
  },
};
