import {
  COMPLAINTS_ACKNOWLEDGED_IN_TIME,
  COMPLAINTS_ANSWERED_IN_TIME,
  COMPLAINTS_CLOSED,
  COMPLAINTS_OPEN,
  COMPLAINTS_OPENED,
} from './complaint.metric.ts';
import { CSAT, MEAN_SCORE, TOP_BOX } from './csat.metric.ts';
import { EFFORT } from './effort.metric.ts';
import { FFT_COUNTED, FFT_COUNTED_NEGATIVE, FFT_COUNTED_POSITIVE, FFT_RESPONSE_RATE } from './fft-counts.metric.ts';
import { FFT_NEGATIVE, FFT_POSITIVE } from './fft.metric.ts';
import type { Metric } from './metric.ts';
import { NPS } from './nps.metric.ts';
import { RESPONSES } from './responses.metric.ts';
import { REVIEW_POSITIVE, REVIEW_RATING, REVIEW_REPLIED, REVIEWS } from './review.metric.ts';
import { LEFT_WITHOUT_BEING_SEEN, WAIT_WITHIN_PROMISE, WAIT_WITHIN_TARGET, WAITS } from './wait.metric.ts';
import { WAIT_MEDIAN, WAIT_P90, WAIT_P95 } from './wait-percentile.metric.ts';

/** Every metric that may be asked for. A new one is a file beside this one and a row here. */
export const METRICS: readonly Metric[] = [
  RESPONSES,
  CSAT,
  TOP_BOX,
  MEAN_SCORE,
  NPS,
  FFT_POSITIVE,
  FFT_NEGATIVE,
  EFFORT,
  WAITS,
  WAIT_MEDIAN,
  WAIT_P90,
  WAIT_P95,
  WAIT_WITHIN_TARGET,
  WAIT_WITHIN_PROMISE,
  LEFT_WITHOUT_BEING_SEEN,
  COMPLAINTS_OPENED,
  COMPLAINTS_OPEN,
  COMPLAINTS_CLOSED,
  COMPLAINTS_ACKNOWLEDGED_IN_TIME,
  COMPLAINTS_ANSWERED_IN_TIME,
  REVIEWS,
  REVIEW_RATING,
  REVIEW_POSITIVE,
  REVIEW_REPLIED,
  FFT_COUNTED,
  FFT_COUNTED_POSITIVE,
  FFT_COUNTED_NEGATIVE,
  FFT_RESPONSE_RATE,
];

const BY_CODE = new Map(METRICS.map((metric) => [metric.code, metric]));

/** The metric of a code; undefined for a code that is not in the catalogue. */
export function metricOf(code: string): Metric | undefined {
  return BY_CODE.get(code);
}
