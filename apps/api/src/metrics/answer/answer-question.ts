import { BadRequestException } from '@nestjs/common';
import type { MetricAnswerDto, MetricsAnswerDto } from '#contracts/metric-answer.dto.ts';
import { type CandidateChange, verdictsOf } from '#metrics/change.ts';
import type { Transaction } from '../../database/database.ts';
import { loadFreshness } from '../freshness.ts';
import { SmallNumbers } from '../small-numbers/small-numbers.ts';
import type { Question } from '../question/question.ts';
import { SPAN_LIMITS } from '../question/span-rules.ts';
import { allSpans, spansOf, toldSpans } from './metric-spans.ts';
import { type DraftPoint, draftPoints } from './points.ts';
import { readTables } from './read-tables.ts';
import { seriesOf } from './series.ts';

/** Answers a question from the cells. */
export async function answerQuestion(transaction: Transaction, question: Question): Promise<MetricsAnswerDto> {
  const needs = question.metrics.map((metric) => ({ metric, dates: spansOf(metric, question) }));
  const read = await readTables(
    transaction,
    question,
    needs.map(({ metric, dates }) => ({ metric, spans: allSpans(dates) })),
  );
  const freshness = await loadFreshness(transaction, new Set(question.metrics.map(({ facts }) => facts)));
  const few = await SmallNumbers.around(
    transaction,
    question,
    needs.map(({ metric, dates }) => ({ metric, spans: toldSpans(dates) })),
  );
  const drafts = needs.map(({ metric, dates }) => {
    const cells = read.get(metric.facts);
    const series = cells === undefined ? [] : seriesOf(metric, question, cells);
    return draftPoints(metric, question, dates, series, few);
  });
  refuseTooMany(drafts.reduce((sum, { length }) => sum + length, 0));
  giveVerdicts(drafts.flat());
  const provisional = (question.periods.at(-1)?.to ?? '') > question.today;
  return {
    answers: question.metrics.map((metric, index): MetricAnswerDto => ({
      metric: metric.code,
      unit: metric.unit,
      points: (drafts[index] ?? []).map(({ point }) => point),
      freshness: { lastFactAt: freshness.get(metric.facts) ?? null, provisional },
    })),
  };
}

function refuseTooMany(points: number): void {
  if (points <= SPAN_LIMITS.points) return;
  throw new BadRequestException([
    `An answer may hold at most 50,000 points: this one has ${new Intl.NumberFormat('en').format(points)}; ask for a longer grain, fewer dimensions or a filter`,
  ]);
}

/** Changes are judged together over all points of the answer, so that many of them do not find something by chance. */
function giveVerdicts(drafts: readonly DraftPoint[]): void {
  const changes = drafts.flatMap(({ point, candidate }) =>
    point.change === null || candidate === null ? [] : [{ change: point.change, candidate }],
  );
  const verdicts = verdictsOf(changes.map(({ candidate }): CandidateChange => candidate));
  changes.forEach(({ change }, index) => {
    change.verdict = verdicts[index] ?? 'too-few';
  });
}
