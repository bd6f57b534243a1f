import { BadRequestException } from '@nestjs/common';
import type { MetricAnswerDto, MetricsAnswerDto, MonthlyCountsDto, WatchedDto } from '#contracts/metric-answer.dto.ts';
import { verdictsOf } from '#metrics/change.ts';
import { expectedFalseAlarms } from '#metrics/false-alarms.ts';
import type { Metric } from '#metrics/metric.ts';
import type { Transaction } from '../../database/database.ts';
import { loadFreshness } from '../freshness.ts';
import type { SmallNumbers, TellingNeed } from '../small-numbers/small-numbers.ts';
import type { Question } from '../question/question.ts';
import { SPAN_LIMITS } from '../question/span-rules.ts';
import { type CountedSeries, countedSeries } from './counted-series.ts';
import { allSpans, type MetricSpans, spansOf, toldSpans } from './metric-spans.ts';
import { type DraftPoint, draftPoints } from './points.ts';
import { readTables } from './read-tables.ts';
import { toldBaselines } from './told-baselines.ts';

/** What an answer is made of, before it is judged what of it may be told. */
export interface Gathered {
  question: Question;
  metrics: readonly { metric: Metric; dates: MetricSpans; series: readonly CountedSeries[] }[];
  freshness: Awaited<ReturnType<typeof loadFreshness>>;
}

/** Reads the cells that answer a question. */
export async function gatherAnswer(transaction: Transaction, question: Question): Promise<Gathered> {
  const needs = question.metrics.map((metric) => ({ metric, dates: spansOf(metric, question) }));
  const read = await readTables(
    transaction,
    question,
    needs.map(({ metric, dates }) => ({ metric, spans: allSpans(dates) })),
  );
  const freshness = await loadFreshness(transaction, new Set(question.metrics.map(({ facts }) => facts)));
  const metrics = needs.map(({ metric, dates }) => {
    const cells = read.get(metric.facts);
    return { metric, dates, series: cells === undefined ? [] : countedSeries(metric, question, dates, cells) };
  });
  return { question, metrics, freshness };
}

/** Everything that numbers are told of: the periods, those they are compared with, and the baselines that limits rest on. */
export function tellingNeeds({ metrics }: Gathered): TellingNeed[] {
  return metrics.map(({ metric, dates, series }) => ({
    metric,
    spans: [
      ...toldSpans(dates),
      ...series.flatMap(({ signals }) => signals.baselines.flatMap(({ span }) => (span === null ? [] : [span]))),
    ],
  }));
}

/** The answer, as far as it may be told. */
export function answerOf(
  { question, metrics, freshness }: Gathered,
  few: SmallNumbers,
  monthlyCounts: (metric: Metric) => MonthlyCountsDto | null,
): MetricsAnswerDto {
  const drafts = metrics.map(({ metric, dates, series }) => draftPoints(metric, question, dates, series, few));
  refuseTooMany(drafts.reduce((sum, { length }) => sum + length, 0));
  const watched = giveVerdicts(drafts.flat());
  const provisional = (question.periods.at(-1)?.to ?? '') > question.today;
  return {
    answers: question.metrics.map((metric, index): MetricAnswerDto => ({
      metric: metric.code,
      unit: metric.unit,
      points: (drafts[index] ?? []).map(({ point }) => point),
      freshness: { lastFactAt: freshness.get(metric.facts) ?? null, provisional, sources: [], visits: null },
      monthlyCounts: monthlyCounts(metric),
      baselines: toldBaselines(metric, metrics[index]?.series ?? [], few),
    })),
    watched: question.compare === null ? null : watched,
  };
}

function refuseTooMany(points: number): void {
  if (points <= SPAN_LIMITS.points) return;
  throw new BadRequestException([
    `An answer may hold at most 50,000 points: this one has ${new Intl.NumberFormat('en').format(points)}; ask for a longer grain, fewer dimensions or a filter`,
  ]);
}

/** In longer answers it is not reckoned how many replies would be enough: nobody reads it there, and it takes a while. */
const MOST_RECKONED = 100;

/** Changes are judged together over all points of the answer, so that many of them do not find something by chance. */
function giveVerdicts(drafts: readonly DraftPoint[]): WatchedDto {
  const changes = drafts.flatMap(({ point, candidate }) =>
    point.change === null || candidate === null ? [] : [{ change: point.change, candidate }],
  );
  const verdicts = verdictsOf(changes.map(({ candidate }) => candidate));
  changes.forEach(({ change, candidate }, index) => {
    change.verdict = verdicts[index] ?? 'too-few';
    if (change.verdict === 'too-few' && changes.length <= MOST_RECKONED) change.moreReplies = candidate.enough();
  });
  const tests = changes.filter(({ change }) => change.pValue !== null).length;
  return { tests, falseAlarms: expectedFalseAlarms(tests) };
}
