import type { WhyGroupPeriodDto } from '#contracts/why.dto.ts';
import type { ScoredAnswers } from '#metrics/decomposition/scored-answers.ts';
import type { Parts } from '#metrics/making.ts';
import type { Metric } from '#metrics/metric.ts';

/** A group in one of the periods: its score with its interval, and how much of all answers it gave. */
export function groupPeriod(metric: Metric, answers: ScoredAnswers, all: number): WhyGroupPeriodDto {
  const { value, n, low, high } = metric.making.again(partsOf(metric, answers));
  return { value, n, low, high, method: metric.method, withheld: null, share: all === 0 ? 0 : (100 * n) / all };
}

/** The counts behind scores: of an NPS 100 for a promoter and −100 for a detractor, of a CSAT 100 for the satisfied. */
function partsOf({ code }: Metric, { n, sum, squares }: ScoredAnswers): Parts {
  if (code !== 'nps') return { counts: { satisfied: sum / 100, answered: n }, places: [] };
  const [net, outspoken] = [sum / 100, squares / 10_000];
  return {
    counts: { promoters: (outspoken + net) / 2, passives: n - outspoken, detractors: (outspoken - net) / 2 },
    places: [],
  };
}
