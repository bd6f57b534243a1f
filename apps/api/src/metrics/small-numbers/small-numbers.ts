import type { Dimension } from '#contracts/dimension.ts';
import { dayNumberOf } from '#domain/calendar-date.ts';
import type { Metric } from '#metrics/metric.ts';
import type { DaySpan } from '#metrics/small-numbers/cut-class.ts';
import type { Transaction } from '../../database/database.ts';
import { touchpointsRead } from '../answer/parts.ts';
import { CELLS_OF } from '../cells/cell-keys.ts';
import type { Span } from '../cells/span.ts';
import type { Question } from '../question/question.ts';
import { AnsweredUniverse, type Axes } from './answered-universe.ts';
import { type Counter, counterOf, nameOfCounter } from './counter.ts';
import { cutAt, spansOfCut } from './cut.ts';
import { minimumOf } from './minimum.ts';
import { type Answered, readAnswers } from './read-answers.ts';
import { regionOf } from './region.ts';

/** A metric with the spans it is told for. */
export interface TellingNeed {
  metric: Metric;
  spans: readonly Span[];
}

interface Read {
  answered: Answered;
  counters: readonly Counter[];
  by: readonly Exclude<Dimension, 'site'>[];
}

/**
 * What would give small numbers away: not only what is small itself, but whatever could be taken from something else that
 * is told to leave something small. It depends on the answers alone, never on what was asked before.
 */
export class SmallNumbers {
  private readonly universes = new Map<string, AnsweredUniverse>();

  private constructor(
    private readonly question: Question,
    private readonly read: ReadonlyMap<Metric['facts'], Read>,
  ) {}

  /** Reads what has to be known around the ends of the spans: one look at each table of cells. */
  static async around(
    transaction: Transaction,
    question: Question,
    needs: readonly TellingNeed[],
  ): Promise<SmallNumbers> {
    const read = new Map<Metric['facts'], Read>();
    const guarded = needs.filter(({ metric }) => minimumOf(metric, question.organisation) !== null);
    for (const [facts, members] of Map.groupBy(guarded, ({ metric }) => metric.facts)) {
      const counters = new Map(
        members.flatMap(({ metric }) =>
          touchpointsOf(metric, question).map((touchpoint) => {
            const counter = counterOf(metric, touchpoint);
            return [nameOfCounter(counter), counter] as const;
          }),
        ),
      );
      const by = axesOf(facts, question);
      const kinds = facts === 'waits' ? question.filter.others.get('wait-kind') : undefined;
      const shape = { table: CELLS_OF[facts].name, counters: [...counters.values()], by, ofKinds: kinds !== undefined };
      const spans = spansAround(
        members.flatMap((member) => member.spans),
        dayNumberOf(question.today),
      );
      read.set(facts, { answered: await readAnswers(transaction, shape, kinds, spans), counters: shape.counters, by });
    }
    return new SmallNumbers(question, read);
  }

  /** True if a number of a group of the answer may be told for a span. */
  mayTell(metric: Metric, by: Record<string, string>, { from, to }: Span): boolean {
    const minimum = minimumOf(metric, this.question.organisation);
    const read = this.read.get(metric.facts);
    if (minimum === null || read === undefined || from === null) return true;
    const region = regionOf(this.question, by);
    const kinds = metric.facts === 'waits' ? (region.others.get('wait-kind') ?? kindsOf(read)) : [null];
    const others = new Map([...region.others].filter(([axis]) => axis !== 'wait-kind' && axis !== 'touchpoint'));
    const touchpoint = region.others.get('touchpoint');
    return [...kinds].every((kind) =>
      touchpointsOf(metric, this.question)
        .filter((slot) => slot === null || touchpoint === undefined || touchpoint.has(String(slot)))
        .every((slot) =>
          this.universe(metric, read, slot, kind, minimum).mayTell(
            { departments: region.departments, others },
            dayNumberOf(from),
            dayNumberOf(to),
          ),
        ),
    );
  }

  private universe(
    metric: Metric,
    read: Read,
    touchpoint: number | null,
    kind: string | null,
    minimum: number,
  ): AnsweredUniverse {
    const counter = nameOfCounter(counterOf(metric, touchpoint));
    const name = `${metric.facts} ${counter} ${kind ?? ''} ${minimum}`;
    let universe = this.universes.get(name);
    if (universe === undefined) {
      const { answered, counters, by } = read;
      const place = (dimension: string): number => by.indexOf(dimension as Exclude<Dimension, 'site'>);
      const axes: Axes = {
        department: place('department'),
        others: new Map(
          by.filter((axis) => axis !== 'department' && axis !== 'wait-kind').map((axis) => [axis, place(axis)]),
        ),
        siteOf: new Map(this.question.organisation.departments.map(({ id, siteId }) => [id, siteId])),
      };
      universe = new AnsweredUniverse(
        kind === null
          ? answered
          : { ...answered, rows: answered.rows.filter(({ keys }) => keys[place('wait-kind')] === kind) },
        counters.findIndex((one) => nameOfCounter(one) === counter),
        axes,
        minimum,
        dayNumberOf(this.question.today),
      );
      this.universes.set(name, universe);
    }
    return universe;
  }
}

/** Kinds of waits that anybody ever waited. */
const kindsOf = ({ answered, by }: Read): Set<string> =>
  new Set(answered.rows.map(({ keys }) => keys[by.indexOf('wait-kind')] ?? ''));

/** Each touchpoint's answers are a universe of their own; null where it is the visit as a whole. */
function touchpointsOf({ facts }: Metric, { by, filter, organisation }: Question): (number | null)[] {
  const read = facts === 'survey-responses' ? touchpointsRead(by, filter.touchpoints, organisation.touchpoints) : null;
  return read === null ? [null] : [...read];
}

/** The dimensions told apart by the question; of waits always the kind. */
function axesOf(facts: Metric['facts'], { by, filter }: Question): Exclude<Dimension, 'site'>[] {
  const axes = new Set<Exclude<Dimension, 'site'>>(filter.others.keys());
  if (filter.departmentIds !== null) axes.add('department');
  for (const dimension of by) if (dimension !== 'touchpoint') axes.add(dimension === 'site' ? 'department' : dimension);
  if (facts === 'waits') axes.add('wait-kind');
  return [...axes];
}

function spansAround(spans: readonly Span[], today: number): DaySpan[] {
  return spans.flatMap(({ from, to }) => {
    if (from === null || from >= to) return [];
    const [start, end] = [cutAt(dayNumberOf(from), today), cutAt(dayNumberOf(to), today)];
    const names = new Set(start.classes.map(({ name }) => name));
    const shared = new Set(end.classes.map(({ name }) => name).filter((name) => names.has(name)));
    return [...spansOfCut(start, shared), ...spansOfCut(end, shared)];
  });
}
