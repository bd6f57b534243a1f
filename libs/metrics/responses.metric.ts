import { countMetric } from './count-metric.ts';
import { SURVEY_DIMENSIONS } from './dimensions-of-facts.ts';
import { countAt } from './slot-count.ts';

/** How many survey responses came in. */
export const RESPONSES = countMetric({
  code: 'responses',
  name: 'Responses',
  meaning: 'Number of survey responses given in the period, whatever they answered.',
  source: 'Plain count.',
  facts: 'survey-responses',
  family: 'responses',
  direction: 'neutral',
  dimensions: SURVEY_DIMENSIONS,
  countsPeople: true,
  parts: [[1, 'responses', (counts) => countAt(counts, 0)]],
});
