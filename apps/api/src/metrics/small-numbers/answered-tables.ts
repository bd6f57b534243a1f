import type { AnswersAxis } from './answers-need.ts';
import { AnsweredUniverse } from './answered-universe.ts';
import { type Counter, nameOfCounter } from './counter.ts';
import type { CutCalendar } from './cut-calendar.ts';
import type { Answered } from './read-answers.ts';

/** Which answers are counted alike, and below how many of them nothing is told. */
export interface UniverseName {
  counter: Counter;
  /** Of waits their kind. */
  kind: string | null;
  minimum: number;
  /** As a day number. */
  today: number;
  /** Where cuts through time may lie. */
  calendar: CutCalendar;
}

/** What was read of one table of cells, sorted into universes as far as anybody asked. */
export class AnsweredTables {
  private readonly universes = new Map<string, AnsweredUniverse>();

  constructor(
    private readonly answered: Answered,
    private readonly siteOf: ReadonlyMap<string, string>,
  ) {}

  /** Kinds of waits that anybody ever waited. */
  kinds(): ReadonlySet<string> {
    const { rows, by } = this.answered;
    return new Set(rows.map(({ keys }) => keys[by.indexOf('wait-kind')] ?? ''));
  }

  /** The values of each combination with which a counter ever counted anybody. */
  *everAnswered(counter: Counter): Generator<ReadonlyMap<string, string>> {
    const { rows, by, counters } = this.answered;
    const place = counters.indexOf(nameOfCounter(counter));
    for (const { keys, since } of rows) {
      if ((since[place] ?? null) !== null) yield new Map(by.map((axis, index) => [axis, keys[index] ?? '']));
    }
  }

  /** All that was counted alike; those who ask share it. */
  universe({ counter, kind, minimum, today, calendar }: UniverseName): AnsweredUniverse {
    const name = [nameOfCounter(counter), kind ?? '', minimum, today].join('\n');
    let universe = this.universes.get(name);
    if (universe === undefined) {
      const { answered } = this;
      const place = (axis: AnswersAxis): number => answered.by.indexOf(axis);
      const others = answered.by.filter((axis) => axis !== 'department' && axis !== 'wait-kind');
      universe = new AnsweredUniverse(
        kind === null
          ? answered
          : { ...answered, rows: answered.rows.filter(({ keys }) => keys[place('wait-kind')] === kind) },
        answered.counters.indexOf(nameOfCounter(counter)),
        {
          department: place('department'),
          others: new Map(others.map((axis) => [axis, place(axis)])),
          siteOf: this.siteOf,
        },
        minimum,
        calendar,
        today,
      );
      this.universes.set(name, universe);
    }
    return universe;
  }
}
