import type { MetricAnswerDto } from '#contracts/metric-answer.dto.ts';
import { verdictsOf } from '#metrics/change.ts';
import type { Direction } from '#metrics/vocabulary.ts';
import { groupsOf } from './change.ts';

/**
 * The same answers with their changes judged together: each answer's own words hold among its points alone, and a page
 * asks for many answers. A change without an interval stays too little to tell.
 */
export function judgedTogether(
  answers: readonly (readonly MetricAnswerDto[])[],
  directionOf: (metric: string) => Direction,
): { answers: MetricAnswerDto[][]; tests: number } {
  const judged = answers.map((part) =>
    part.map((answer) => ({ ...answer, points: answer.points.map((point) => ({ ...point })) })),
  );
  const changes = judged.flat().flatMap(({ metric, unit, points }) =>
    points.flatMap((point) => {
      if (point.change === null) return [];
      point.change = { ...point.change };
      return [{ change: point.change, direction: directionOf(metric), unit }];
    }),
  );
  const candidates = changes.map(({ change: { difference, low, high, pValue }, direction, unit }) => {
    const known = difference !== null && low !== null && high !== null && pValue !== null;
    return { difference: known ? { difference, low, high, pValue } : null, direction, unit };
  });
  verdictsOf(candidates).forEach((verdict, index) => {
    const found = changes[index];
    if (found) found.change.verdict = verdict;
  });
  return { answers: judged, tests: candidates.filter(({ difference }) => difference !== null).length };
}

/** How many groups have a last week that the signal rule judged: each could be marked by chance. */
export function weeksJudged(answers: readonly MetricAnswerDto[]): number {
  const groups = answers.flatMap(({ points }) => [...groupsOf(points).values()]);
  return groups.filter((points) => (points.at(-1)?.signal ?? null) !== null).length;
}
