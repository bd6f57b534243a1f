import type { DaySpan } from '#metrics/small-numbers/cut-class.ts';
import { type CutTable } from '#metrics/small-numbers/cut-table.ts';
import type { AnsweredCell } from './answered-table.ts';
import { type Cut } from './cut.ts';

/** Where cuts through time may lie for a sort of cells, and how it is judged what may be told between them. */
export interface CutCalendar {
  /** The cut at a day, or where everything is over by then, the last there is. */
  cutAt(day: number, today: number): Cut;
  /** Which earlier or later cut is the same as this one, because nobody at all answered in between. */
  moved(cut: Cut, all: AnsweredCell, today: number): Cut;
  /** The dates to read for a cut; `shared` names the classes of the other end of the span. */
  spansOfCut(cut: Cut, shared: ReadonlySet<string>): DaySpan[];
  /** The table as it stands at a cut. */
  tableAt(cells: readonly AnsweredCell[], cut: Cut, minimum: number): CutTable;
}
