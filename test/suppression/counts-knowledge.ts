import type { MetricPointDto, MonthlyCountsDto } from '#contracts/metric-answer.dto.ts';
import type { MetricsQueryDto } from '#contracts/metrics-query.dto.ts';
import type { SurveyCountRow } from '#contracts/ingest/survey-count-row.ts';
import { isNothing, LinearAttacker } from './linear-attacker.ts';
import { regionOf } from './knowledge.ts';
import { COLLECTIONS, FIRST_MONTHS } from './monthly-hospital.ts';
import { DEPARTMENTS } from './small-hospital.ts';

/** Some departments, some collections, from the first of a month to another (exclusive). */
export interface CountsRegion {
  departments: readonly string[];
  collections: readonly string[];
  from: string;
  to: string;
}

const KEYS = DEPARTMENTS.flatMap((department) => COLLECTIONS.map((collection) => ({ department, collection })));
const MONTHS = FIRST_MONTHS.length - 1;

/** What of a row is guessed at. */
const AMOUNT = {
  answers: ({ veryGood, good }: SurveyCountRow): number => veryGood + good,
  eligible: ({ eligible }: SurveyCountRow): number => eligible ?? 0,
  answersOfEligible: (row: SurveyCountRow): number => (row.eligible == null ? 0 : AMOUNT.answers(row)),
};

/** What is known of monthly counts, cell by cell: department, collection and month. */
export class CountsKnowledge {
  private readonly attacker = new LinearAttacker(KEYS.length * MONTHS, 4_711);
  private readonly learnt = new Set<string>();
  private readonly truth = new Float64Array(KEYS.length * MONTHS);

  constructor(
    rows: readonly SurveyCountRow[],
    private readonly what: keyof typeof AMOUNT,
  ) {
    for (const row of rows) {
      const key = KEYS.findIndex((one) => one.department === row.department && one.collection === row.collection);
      const column = FIRST_MONTHS.indexOf(`${row.month}-01`) * KEYS.length + key;
      this.truth[column] = (this.truth[column] ?? 0) + AMOUNT[what](row);
    }
  }

  count(region: CountsRegion): number {
    return this.columnsOf(region).reduce((sum, column) => sum + (this.truth[column] ?? 0), 0);
  }

  /** Learns a sum; of a sum of nothing, that each part is nothing. */
  learn(region: CountsRegion, n: number): void {
    const columns = this.columnsOf(region);
    const name = columns.join();
    if (columns.length === 0 || this.learnt.has(name)) return;
    this.learnt.add(name);
    for (const part of n === 0 ? columns.map((column) => [column]) : [columns]) this.attacker.learn(part);
  }

  learnAnswer(question: MetricsQueryDto, points: readonly MetricPointDto[], seen: readonly string[]): void {
    const named = new Set<string>();
    for (const { by, n, from, to, change } of points) {
      const region = regionOfCounts(question, by, seen, { from, to });
      for (const department of region.departments)
        for (const collection of region.collections) named.add(department + collection);
      // How many answered, of a rate, is known only where it is told.
      if (n !== null) this.learn(region, this.what === 'answersOfEligible' ? this.count(region) : n);
      if (change !== null && change.n !== null) {
        const then = regionOfCounts(question, by, seen, change);
        this.learn(then, this.what === 'answersOfEligible' ? this.count(then) : change.n);
      }
    }
    // By weeks nobody is told of, whoever answered.
    if (question.grain === 'week') return;
    const whole = regionOfCounts(question, {}, seen, question);
    for (const department of whole.departments) {
      for (const collection of whole.collections.filter((one) => !named.has(department + one))) {
        this.learn({ ...whole, departments: [department], collections: [collection] }, 0);
      }
    }
  }

  /** What the note beside an answer tells. */
  learnNote(question: MetricsQueryDto, { from, to, answers }: MonthlyCountsDto, seen: readonly string[]): void {
    if (answers !== null) this.learn(regionOfCounts(question, {}, seen, { from, to }), answers);
  }

  recovered(regions: Iterable<CountsRegion>, isSmall: (n: number) => boolean, most: number): CountsRegion[] {
    const { change } = this.attacker;
    const found: CountsRegion[] = [];
    for (const region of regions) {
      const columns = this.columnsOf(region);
      if (!isSmall(this.count(region))) continue;
      if (isNothing(columns.reduce((sum, column) => sum + (change[column] ?? 0), 0))) found.push(region);
      if (found.length === most) break;
    }
    return found;
  }

  private columnsOf({ departments, collections, from, to }: CountsRegion): number[] {
    return FIRST_MONTHS.slice(0, MONTHS).flatMap((first, month) =>
      first < from || (FIRST_MONTHS[month + 1] ?? '') > to
        ? []
        : KEYS.flatMap(({ department, collection }, key) =>
            departments.includes(department) && collections.includes(collection) ? [month * KEYS.length + key] : [],
          ),
    );
  }
}

/** What a group of an answer consists of for one who sees these departments: of whole months alone. */
export function regionOfCounts(
  question: MetricsQueryDto,
  by: Record<string, string>,
  seen: readonly string[],
  { from, to }: { from: string; to: string },
): CountsRegion {
  const { where = {} } = question;
  return {
    departments: regionOf(question, by, seen).departments,
    collections: COLLECTIONS.filter(
      (code) => (where.collection?.includes(code) ?? true) && (by.collection === undefined || by.collection === code),
    ),
    from,
    to,
  };
}
