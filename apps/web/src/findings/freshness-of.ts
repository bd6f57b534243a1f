import type { FeedingSourceDto, VisitShareDto } from '#contracts/freshness.dto.ts';
import type { MetricAnswerDto } from '#contracts/metric-answer.dto.ts';

/** How complete the numbers of some answers are. */
export interface PanelFreshness {
  /** Periods of which more is expected, oldest first, each with the least share of them that has come. */
  periods: { at: string; expectedShare: number | null }[];
  /** True while any period is provisional. */
  running: boolean;
  visits: VisitShareDto | null;
  /** Sources that do not deliver as they should, each once. */
  sources: FeedingSourceDto[];
}

/** As many periods are named; the ones before them are nearly complete. */
const MOST_NAMED = 4;

export function freshnessOf(answers: readonly MetricAnswerDto[]): PanelFreshness {
  const periods = new Map<string, number | null>();
  for (const { at, provisional, expectedShare } of answers.flatMap(({ points }) => points)) {
    if (!provisional) continue;
    const known = periods.get(at) ?? null;
    periods.set(at, known === null ? expectedShare : expectedShare === null ? known : Math.min(known, expectedShare));
  }
  const sources = new Map(
    answers.flatMap(({ freshness }) => freshness.sources).map((one) => [`${one.code} ${one.state} ${one.since}`, one]),
  );
  return {
    periods: [...periods]
      .map(([at, expectedShare]) => ({ at, expectedShare }))
      .sort((a, b) => (a.at < b.at ? -1 : 1))
      .slice(-MOST_NAMED),
    running: answers.some(({ freshness }) => freshness.provisional),
    visits: answers.find(({ freshness }) => freshness.visits !== null)?.freshness.visits ?? null,
    sources: [...sources.values()],
  };
}

/** True for the state of a source that needs somebody. */
export const needsSomebody = (state: string): boolean => state !== 'fresh' && state !== 'unjudged';
