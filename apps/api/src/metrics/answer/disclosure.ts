import type { MetricPointDto } from '#contracts/metric-answer.dto.ts';
import type { Estimate, Metric } from '#metrics/metric.ts';
import type { WeekSignal } from '#metrics/signal-series.ts';

/** What may be told of an estimate. */
export type Disclosed = Pick<MetricPointDto, 'value' | 'n' | 'low' | 'high' | 'withheld'>;

/** Counts of people from 1 up to this are hidden along with a score that rests on so few. */
const FEW_PEOPLE = 4;

/**
 * The one gate that every value leaves through. A score resting on fewer answers than the organisation's minimum is
 * withheld with its interval, and if it rests on one to four people, their number too; nobody having answered is no
 * secret.
 */
export function disclose(
  { value, n, low, high }: Estimate,
  { withholdSmall }: Metric,
  minimumResponses: number,
): Disclosed {
  if (!withholdSmall || n === 0 || n >= minimumResponses) return { value, n, low, high, withheld: null };
  return { value: null, n: n <= FEW_PEOPLE ? null : n, low: null, high: null, withheld: 'fewer-than-minimum' };
}

/**
 * What may be told of the signal rule's verdict on a week. Where the week's score is withheld, so are its limits (they
 * tell how many answered) and a signal of its own; that of a longer period may be told if enough answers are behind it.
 */
export function discloseSignal(
  verdict: WeekSignal | undefined,
  { withheld }: Pick<Disclosed, 'withheld'>,
  answersBehind: () => number,
  minimumResponses: number,
): Pick<MetricPointDto, 'signal' | 'limits'> {
  if (verdict === undefined) return { signal: null, limits: null };
  if (withheld === null) return { signal: verdict.signal, limits: verdict.limits };
  const ofLonger = verdict.period !== null && verdict.period > 1 && answersBehind() >= minimumResponses;
  return { signal: ofLonger ? verdict.signal : null, limits: null };
}
