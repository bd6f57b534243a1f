import type { MetricPointDto } from '#contracts/metric-answer.dto.ts';
import type { Estimate } from '#metrics/metric.ts';
import type { WeekSignal } from '#metrics/signal-series.ts';

/** What may be told of an estimate. */
export type Disclosed = Pick<MetricPointDto, 'value' | 'n' | 'low' | 'high' | 'withheld'>;

/**
 * The one gate that every value leaves through. What rests on too few is withheld with its interval and its number; so is
 * what could be taken from other numbers to leave too few (`safe` says that it could not). That nobody answered is told
 * only where it gives nothing away. `fewest` is the smaller of n and what else the value lets be reckoned.
 */
export function disclose(
  { value, n, low, high }: Estimate,
  minimum: number | null,
  safe: boolean,
  fewest: number = n,
): Disclosed {
  if (minimum === null || (safe && (n === 0 || fewest >= minimum))) return { value, n, low, high, withheld: null };
  const withheld = fewest < minimum ? 'fewer-than-minimum' : 'would-reveal-few';
  return { value: null, n: null, low: null, high: null, withheld };
}

/** What a signal needs to be told. */
export interface SignalGrounds {
  /** True if the sums of the baseline's weeks may be told: its limits let them be reckoned. */
  baselineSafe: boolean;
  /** How many answers are behind the period that is marked. */
  answersBehind(): number;
  minimumResponses: number;
}

/**
 * What may be told of the signal rule's verdict on a week. Where the week's score is withheld, so are its limits (they
 * tell how many answered) and a signal of its own; that of a longer period may be told if enough answers are behind it.
 */
export function discloseSignal(
  verdict: Omit<WeekSignal, 'baseline'> | undefined,
  { withheld }: Pick<Disclosed, 'withheld'>,
  { baselineSafe, answersBehind, minimumResponses }: SignalGrounds,
): Pick<MetricPointDto, 'signal' | 'limits'> {
  if (verdict === undefined) return { signal: null, limits: null };
  if (withheld === null) return { signal: verdict.signal, limits: baselineSafe ? verdict.limits : null };
  const ofLonger = verdict.period !== null && verdict.period > 1 && answersBehind() >= minimumResponses;
  return { signal: ofLonger ? verdict.signal : null, limits: null };
}
