import { SURVEY_DIMENSIONS } from './dimensions-of-facts.ts';
import type { Estimate, Metric } from './metric.ts';
import { Z95 } from './normal.ts';
import { differenceOfNps, type NpsCounts, npsInterval, npsOf } from './nps-interval.ts';
import { countBetween } from './slot-count.ts';

const npsCounts = (counts: readonly number[]): NpsCounts => ({
  detractors: countBetween(counts, 0, 6),
  passives: countBetween(counts, 7, 8),
  promoters: countBetween(counts, 9, 10),
});

/** NPS: how far those who would recommend us outnumber those who would not. */
export const NPS: Metric = {
  code: 'nps',
  name: 'NPS',
  meaning:
    'Percent of promoters (9 or 10 of 10) less percent of detractors (0 to 6) among answers to “how likely are you to recommend us”, from −100 to 100.',
  source: 'Net promoter score; interval: adjusted Wald, Rocks 2016.',
  facts: 'survey-responses',
  family: 'nps',
  unit: 'points',
  direction: 'higher',
  method: 'adjusted-wald95',
  dimensions: SURVEY_DIMENSIONS,
  withholdSmall: true,
  estimate: (counts) => estimateOf(npsCounts(counts)),
  // Value and interval of an NPS tell all three: hiding one would hide nothing.
  making: {
    formula: '100 · ({promoters} − {detractors}) / ({promoters} + {passives} + {detractors})',
    partsOf: (counts) => ({ counts: { ...npsCounts(counts) }, places: [] }),
    again: ({ counts: { promoters = 0, passives = 0, detractors = 0 } }) =>
      estimateOf({ promoters, passives, detractors }),
  },
  difference: (now, then) => differenceOfNps(npsCounts(now), npsCounts(then)),
  // A promoter counts 1, a passive ½, a detractor 0: a mean on 0–1 of which the NPS is 200 · mean − 100.
  signal: () => ({
    halfBelievedAt: 100,
    read(counts) {
      const { promoters, passives, detractors } = npsCounts(counts);
      return { x: promoters + passives / 2, n: promoters + passives + detractors, squares: promoters + passives / 4 };
    },
    inUnit: (share) => 200 * share - 100,
  }),
};

function estimateOf(answers: NpsCounts): Estimate {
  const value = npsOf(answers);
  if (value === null) return { value, n: 0, low: null, high: null };
  const { low, high } = npsInterval(answers, Z95);
  return { value, n: answers.promoters + answers.passives + answers.detractors, low, high };
}
