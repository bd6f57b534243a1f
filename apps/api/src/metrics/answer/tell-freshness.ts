import type { MetricsAnswerDto } from '#contracts/metric-answer.dto.ts';
import type { MetricFacts } from '#metrics/metric.ts';
import type { Scope } from '../../database/scope.ts';
import type { Feeding } from '../../freshness/feeding.ts';
import { FED_BY } from '../freshness.ts';
import type { Question } from '../question/question.ts';

/**
 * Tells of an answer's periods how much of them is expected to have come, and of its sources which do not deliver as they
 * should. A week that is provisional is not judged by the signal rule: what has come of it may be unlike what is to come.
 * Judged by the whole organisation, whoever asks; only those who see all of it are told which source it is.
 */
export function tellFreshness(
  { answers }: MetricsAnswerDto,
  question: Question,
  feeding: Feeding,
  { departmentIds }: Scope,
): void {
  const seen = departmentIds === 'all' ? null : departmentIds;
  const departments = question.filter.departmentIds ?? seen;
  const last = question.periods.at(-1);
  answers.forEach((answer, index) => {
    const fed = { kinds: FED_BY[question.metrics[index]?.facts as MetricFacts], departments };
    const told = new Map(
      question.periods.map((period) => [period.at, feeding.period(fed, period.from, period.to)] as const),
    );
    for (const point of answer.points) {
      const standing = told.get(point.at);
      if (standing?.provisional !== true) continue;
      point.provisional = true;
      point.expectedShare = standing.expectedShare;
      point.signal = null;
    }
    answer.freshness.provisional = [...told.values()].some(({ provisional }) => provisional);
    answer.freshness.sources = feeding.troubled(fed, seen === null);
    answer.freshness.visits = last === undefined ? null : feeding.visits(fed, last.from, last.to);
  });
}
