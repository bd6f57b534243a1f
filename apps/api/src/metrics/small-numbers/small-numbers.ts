import { dayNumberOf } from '#domain/calendar-date.ts';
import type { Metric } from '#metrics/metric.ts';
import type { DaySpan } from '#metrics/small-numbers/cut-class.ts';
import type { Scope } from '../../database/scope.ts';
import { touchpointsRead } from '../answer/parts.ts';
import { CELLS_OF } from '../cells/cell-keys.ts';
import type { Span } from '../cells/span.ts';
import type { Question } from '../question/question.ts';
import type { AnsweredMoment } from './answered-moment.ts';
import type { AnsweredUniverse, Region } from './answered-universe.ts';
import type { AnswersAxis, AnswersNeed } from './answers-need.ts';
import { countersOf } from './counter.ts';
import type { CutCalendar } from './cut-calendar.ts';
import { minimumOf } from './minimum.ts';
import { MONTH_CALENDAR } from './month-calendar.ts';
import { regionOf } from './region.ts';
import { groupsEverAnswered } from './silent-groups.ts';
import { WEEK_CALENDAR } from './week-calendar.ts';

/** A metric with the spans that something is told of. */
export interface TellingNeed {
  metric: Metric;
  spans: readonly Span[];
}

/** What has to be known around the ends of the spans before any of it is told; nothing for what may always be told. */
export function answersNeeded(question: Question, telling: readonly TellingNeed[]): AnswersNeed[] {
  const today = dayNumberOf(question.today);
  return telling
    .filter(({ metric }) => minimumOf(metric, question.organisation) !== null)
    .map(({ metric, spans }) => ({
      ...tableOf(metric.facts, question),
      counters: touchpointsOf(metric, question).flatMap((touchpoint) => countersOf(metric, touchpoint)),
      kinds: question.filter.others.get('wait-kind') ?? null,
      spans: spansAround(spans, today, calendarOf(metric)),
      monthly: CELLS_OF[metric.facts].monthly === true,
    }));
}

interface Part {
  universe: AnsweredUniverse;
  region: Region;
}

/**
 * What would give small numbers away: not only what is small itself, but whatever could be taken from something else that
 * is told to leave something small. It is judged by the answers of the whole organisation, whoever asks: it depends on
 * the answers alone, neither on what was asked before nor on what the asker may see.
 */
export class SmallNumbers {
  private readonly told = new Map<Metric, Map<Record<string, string>, Part[]>>();

  constructor(
    private readonly question: Question,
    private readonly seen: Scope['departmentIds'],
    private readonly moment: AnsweredMoment,
  ) {}

  /** True if a number of a group of the answer may be told for a span. */
  mayTell(metric: Metric, by: Record<string, string>, { from, to }: Span): boolean {
    if (from === null) return true;
    let told = this.told.get(metric);
    if (told === undefined) this.told.set(metric, (told = new Map()));
    let parts = told.get(by);
    if (parts === undefined) told.set(by, (parts = this.partsOf(metric, by)));
    const [start, end] = [dayNumberOf(from), dayNumberOf(to)];
    return parts.every(({ universe, region }) => universe.mayTell(region, start, end));
  }

  /** Groups that anybody ever answered in: of those in which nobody did now, it may be that not even that is told. */
  everAnswered(metric: Metric): Record<string, string>[] {
    if (minimumOf(metric, this.question.organisation) === null) return [];
    const tables = this.moment.of(tableOf(metric.facts, this.question));
    const views = touchpointsOf(metric, this.question).flatMap((touchpoint) =>
      countersOf(metric, touchpoint).map((counter) => ({ touchpoint, counter })),
    );
    return groupsEverAnswered(this.question, this.seen, tables, views);
  }

  /** Of which answers a group is made: all of them have to be told of, or none is. */
  private partsOf(metric: Metric, by: Record<string, string>): Part[] {
    const minimum = minimumOf(metric, this.question.organisation);
    if (minimum === null) return [];
    const tables = this.moment.of(tableOf(metric.facts, this.question));
    const { departments, others: kept } = regionOf(this.question, this.seen, by);
    const touchpoint = kept.get('touchpoint');
    const kinds = metric.facts === 'waits' ? (kept.get('wait-kind') ?? tables.kinds()) : [null];
    const slots = touchpointsOf(metric, this.question).filter(
      (slot) => slot === null || touchpoint === undefined || touchpoint.has(String(slot)),
    );
    const others = new Map([...kept].filter(([axis]) => axis !== 'wait-kind' && axis !== 'touchpoint'));
    const today = dayNumberOf(this.question.today);
    const calendar = calendarOf(metric);
    return [...kinds].flatMap((kind) =>
      slots.flatMap((slot) =>
        countersOf(metric, slot).map((counter) => ({
          universe: tables.universe({ counter, kind, minimum, today, calendar }),
          region: { departments, others },
        })),
      ),
    );
  }
}

/** Each touchpoint's answers are a universe of their own; null where it is the visit as a whole. */
function touchpointsOf({ facts }: Metric, { by, filter, organisation }: Question): (number | null)[] {
  const read = facts === 'survey-responses' ? touchpointsRead(by, filter.touchpoints, organisation.touchpoints) : null;
  return read === null ? [null] : [...read];
}

/**
 * The cells to look at, and the dimensions to tell them apart by: departments always, so that the questions of a page
 * need the same; of waits always the kind.
 */
function tableOf(facts: Metric['facts'], { by, filter }: Question): Pick<AnswersNeed, 'table' | 'by'> {
  const axes = new Set<AnswersAxis>(filter.others.keys());
  for (const dimension of by) if (dimension !== 'touchpoint' && dimension !== 'site') axes.add(dimension);
  if (facts === 'waits') axes.add('wait-kind');
  axes.delete('department');
  return { table: CELLS_OF[facts].name, by: ['department', ...[...axes].sort()] };
}

/** Where what a metric counts can be cut. */
const calendarOf = ({ facts }: Metric): CutCalendar =>
  CELLS_OF[facts].monthly === true ? MONTH_CALENDAR : WEEK_CALENDAR;

function spansAround(spans: readonly Span[], today: number, { cutAt, spansOfCut }: CutCalendar): DaySpan[] {
  return spans.flatMap(({ from, to }) => {
    if (from === null || from >= to) return [];
    const [start, end] = [cutAt(dayNumberOf(from), today), cutAt(dayNumberOf(to), today)];
    const names = new Set(start.classes.map(({ name }) => name));
    const shared = new Set(end.classes.map(({ name }) => name).filter((name) => names.has(name)));
    return [...spansOfCut(start, shared), ...spansOfCut(end, shared)];
  });
}
