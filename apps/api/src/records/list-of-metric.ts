import type { Metric, MetricFacts } from '#metrics/metric.ts';
import { COMPLAINT_CLOSING_RECORDS } from './complaint-closing-records.query.ts';
import { COMPLAINT_RECORDS } from './complaint-records.query.ts';
import { REVIEW_RECORDS } from './review-records.query.ts';
import { SURVEY_COUNT_RECORDS } from './survey-count-records.query.ts';
import { SURVEY_RESPONSE_RECORDS } from './survey-response-records.query.ts';
import { WAIT_RECORDS } from './wait-records.query.ts';
import type { FactList, FactRow } from './fact-list.ts';

const LISTS: Record<MetricFacts, FactList<FactRow>> = {
  'survey-responses': SURVEY_RESPONSE_RECORDS,
  waits: WAIT_RECORDS,
  complaints: COMPLAINT_RECORDS,
  reviews: REVIEW_RECORDS,
  'survey-counts': SURVEY_COUNT_RECORDS,
};

/** The list that holds the records a metric counts. */
export function listOfMetric({ code, facts }: Metric): FactList<FactRow> {
  return code === 'complaints-closed' ? COMPLAINT_CLOSING_RECORDS : LISTS[facts];
}
