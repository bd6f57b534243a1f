import type { AnswersAxis, AnswersNeed } from './answers-need.ts';
import { nameOfNeed } from './answers-need.ts';
import { AnsweredUniverse } from './answered-universe.ts';
import { type Counter, nameOfCounter } from './counter.ts';
import type { Answered } from './read-answers.ts';

/** Which answers are counted alike, and below how many of them nothing is told. */
export interface UniverseName {
  counter: Counter;
  /** Of waits their kind. */
  kind: string | null;
  minimum: number;
  /** As a day number. */
  today: number;
}

/** The answers of a whole organisation as they stood at one moment, as far as somebody needed them then. */
export class AnsweredMoment {
  private readonly universes = new Map<string, AnsweredUniverse>();

  constructor(
    private readonly answered: ReadonlyMap<string, Answered>,
    private readonly siteOf: ReadonlyMap<string, string>,
  ) {}

  /** Kinds of waits that anybody ever waited. */
  kinds(need: Pick<AnswersNeed, 'table' | 'by'>): ReadonlySet<string> {
    const { rows, by } = this.of(need);
    return new Set(rows.map(({ keys }) => keys[by.indexOf('wait-kind')] ?? ''));
  }

  /** All that was counted alike. Those who ask at the same moment share it. */
  universe(need: Pick<AnswersNeed, 'table' | 'by'>, { counter, kind, minimum, today }: UniverseName): AnsweredUniverse {
    const name = [nameOfNeed(need), nameOfCounter(counter), kind ?? '', minimum, today].join('\n');
    let universe = this.universes.get(name);
    if (universe === undefined) {
      const answered = this.of(need);
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
        today,
      );
      this.universes.set(name, universe);
    }
    return universe;
  }

  private of(need: Pick<AnswersNeed, 'table' | 'by'>): Answered {
    const found = this.answered.get(nameOfNeed(need));
    if (found === undefined) throw new Error(`nobody looked who answered in ${nameOfNeed(need)}`);
    return found;
  }
}
