import { dateOf, dayNumberOf } from '#domain/calendar-date.ts';
import { JOURNEY_CODES } from '#domain/touchpoint.ts';
import { metricOf } from '#metrics/catalogue.ts';
import type { MetricsQueryDto } from '#contracts/metrics-query.dto.ts';

/** How a database that holds the facts is asked: what differs between those that are. */
export interface Dialect {
  /** What stands for a site, with what has to be joined for it. */
  site: { column: string; join: string };
  /** The score of a touchpoint, by its slot. */
  score(slot: number): string;
  /** Percentiles of a column, all at once. */
  percentiles(column: string, shares: readonly number[]): string;
  /** A department's value in a condition. */
  department(code: string): string;
}

const COUNTED: Readonly<Record<string, string>> = {
  responses: 'count(*)',
  csat: shareOf('csat', 4),
  nps: 'count(nps), count(*) filter (where nps >= 9), count(*) filter (where nps <= 6)',
  'fft-positive': 'count(fft), count(*) filter (where fft <= 2)',
};
const SHARES: Readonly<Record<string, number>> = { 'wait-median': 0.5, 'wait-p90': 0.9, 'wait-p95': 0.95 };

/**
 * The counts a question needs, straight from facts. Less than the application reads: no history for the signal rule, no
 * intervals, nothing of who answered; complaints, of which there are none here, are left out.
 */
export function rawStatements(question: MetricsQueryDto, dialect: Dialect): string[] {
  const codes = Map.groupBy(question.metrics, (code) => metricOf(code)?.facts);
  const spans = [{ from: question.from, to: question.to }, ...earlier(question)];
  return spans.flatMap((span) => [
    ...ofAnswers(codes.get('survey-responses') ?? [], { ...question, ...span }, dialect),
    ...ofWaits(codes.get('waits') ?? [], { ...question, ...span }, dialect),
  ]);
}

function earlier({ from, to, compare }: MetricsQueryDto): { from: string; to: string }[] {
  if (compare === undefined) return [];
  const days = compare === 'year' ? 364 : dayNumberOf(to) - dayNumberOf(from);
  const back = (date: string): string => dateOf(dayNumberOf(date) - days);
  return [{ from: back(from), to: back(to) }];
}

function ofAnswers(codes: readonly string[], question: MetricsQueryDto, dialect: Dialect): string[] {
  const byTouchpoint = question.by?.includes('touchpoint') === true;
  const measures = codes.flatMap((code) => {
    if (byTouchpoint) return JOURNEY_CODES.map((_, index) => shareOf(dialect.score(index + 1), 4));
    return COUNTED[code] ?? [];
  });
  return measures.length === 0 ? [] : [statement('survey_response', 'responded_on', measures, [], question, dialect)];
}

function ofWaits(codes: readonly string[], question: MetricsQueryDto, dialect: Dialect): string[] {
  const shares = codes.flatMap((code) => SHARES[code] ?? []);
  if (shares.length === 0) return [];
  const measures = ['count(*)', dialect.percentiles('wait_minutes', shares)];
  return [statement('wait', 'started_on', measures, ['kind = 1', 'outcome = 1'], question, dialect)];
}

function statement(
  table: string,
  date: string,
  measures: readonly string[],
  conditions: readonly string[],
  { from, to, grain, by = [], where }: MetricsQueryDto,
  { site, department }: Dialect,
): string {
  const keys = [
    ...(grain === 'total' ? [] : [`date_trunc('${grain}', ${date})`]),
    ...(by.includes('department') ? ['department_id'] : []),
    ...(by.includes('site') ? [site.column] : []),
  ];
  const kept = (where?.department ?? []).map(department);
  const all = [
    `${date} >= '${from}'::date`,
    `${date} < '${to}'::date`,
    ...conditions,
    ...(kept.length === 0 ? [] : [`department_id in (${kept.join(', ')})`]),
  ];
  const join = by.includes('site') ? site.join : '';
  const grouped = keys.length === 0 ? '' : ` group by ${keys.map((_, index) => index + 1).join(', ')}`;
  return `select ${[...keys, ...measures].join(', ')} from ${table} f ${join} where ${all.join(' and ')}${grouped}`;
}

function shareOf(column: string, least: number): string {
  return `count(${column}), count(*) filter (where ${column} >= ${least})`;
}
