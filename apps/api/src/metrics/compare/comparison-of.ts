import type { MetricAnswerDto } from '#contracts/metric-answer.dto.ts';
import type {
  ComparedDifferenceDto,
  ComparedMetricDto,
  ComparedSideDto,
  MetricsComparisonDto,
} from '#contracts/metrics-compare.dto.ts';
import { verdictsOf } from '#metrics/change.ts';
import { expectedFalseAlarms } from '#metrics/false-alarms.ts';
import type { Difference, Metric } from '#metrics/metric.ts';
import { moreReplies } from '#metrics/more-replies.ts';
import type { Gathered } from '../answer/answer-question.ts';
import { contextOf } from '../answer/series.ts';

/** One side: what was read, and what may be told of it, an answer a metric. */
export interface AnsweredSide {
  gathered: Gathered;
  answers: readonly MetricAnswerDto[];
}

/**
 * Sets two sides against each other, all metrics judged together. A difference is made of counts only where both of its
 * values are told, so it tells nothing that a question about each of them would not.
 */
export function comparisonOf(a: AnsweredSide, b: AnsweredSide): MetricsComparisonDto {
  const drafts = b.gathered.question.metrics.map((metric, index) => draftOf(metric, index, a, b));
  const verdicts = verdictsOf(
    drafts.map(({ metric, found }) => ({ difference: found, direction: metric.direction, unit: metric.unit })),
  );
  drafts.forEach(({ compared }, index) => {
    compared.difference.verdict = verdicts[index] ?? 'too-few';
  });
  const tests = drafts.filter(({ found }) => found !== null).length;
  return {
    compared: drafts.map(({ compared }) => compared),
    watched: { tests, falseAlarms: expectedFalseAlarms(tests) },
  };
}

interface Draft {
  metric: Metric;
  compared: ComparedMetricDto;
  found: Difference | null;
}

function draftOf(metric: Metric, index: number, a: AnsweredSide, b: AnsweredSide): Draft {
  const [sideA, sideB] = [sideOf(a, index), sideOf(b, index)];
  const value = sideA.value === null || sideB.value === null ? null : sideB.value - sideA.value;
  const context = contextOf(metric);
  const [now, then] = [countsOf(b, index), countsOf(a, index)];
  const found = value === null ? null : metric.difference(now, then, context);
  const difference: ComparedDifferenceDto = {
    value,
    low: found?.low ?? null,
    high: found?.high ?? null,
    pValue: found?.pValue ?? null,
    verdict: 'too-few',
    moreReplies: value === null ? null : moreReplies(metric, now, then, context),
  };
  const { code, unit, method } = metric;
  return { metric, found, compared: { metric: code, unit, method, a: sideA, b: sideB, difference } };
}

function sideOf({ answers, gathered }: AnsweredSide, index: number): ComparedSideDto {
  const answer = answers[index];
  const point = answer?.points[0];
  const period = gathered.question.periods[0];
  if (answer === undefined || point === undefined || period === undefined) throw new Error('a side without an answer');
  const { value, n, low, high, withheld, provisional, expectedShare } = point;
  const { from, to } = period;
  return { from, to, value, n, low, high, withheld, provisional, expectedShare, freshness: answer.freshness };
}

/** The counts of the only group in the only period. */
function countsOf({ gathered }: AnsweredSide, index: number): readonly number[] {
  const period = gathered.question.periods[0];
  const found = gathered.metrics[index];
  const span = found?.dates.now[0];
  const counted = found?.series[0];
  return period && span && counted ? counted.series.countsIn(span, period.from) : [];
}
