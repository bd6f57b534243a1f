import { metricOf } from './catalogue.ts';
import type { WaitPlace } from './making.ts';
import type { Metric } from './metric.ts';
import type { PartName } from './part-names.ts';
import { type BaselineSums, baselineOfSums, effectiveReplies, limitsOf } from './signal-rule.ts';

/** A number as its explanation tells it, with what it is made of. */
export interface ExplainedNumber {
  metric: string;
  point: {
    value: number | null;
    n: number | null;
    low: number | null;
    high: number | null;
    limits: { lower: number | null; centre: number; upper: number | null } | null;
  };
  /** null where the number is withheld. */
  counts: readonly { name: PartName; count: number }[] | null;
  places: readonly WaitPlace[];
  signalRule: (BaselineSums & SignalConsequences) | null;
}

/** What follows from the sums of a baseline and the number of replies of a week. */
interface SignalConsequences {
  n: number;
  share: number;
  relativeVariance: number;
  inflation: number;
  effective: number;
  lower: number | null;
  upper: number | null;
}

/** One part of an explanation as it was told, and as it comes out again. */
export interface Recomputed {
  what: string;
  told: number | null;
  again: number | null;
  equal: boolean;
}

/** Numbers that went through a file are the same up to this share of themselves. */
const ROUNDING = 1e-9;

/**
 * Reckons a number again from the counts of its explanation: value, n and interval, and what the signal rule made of its
 * baseline. Empty where it is withheld; null for a metric that is not in the catalogue.
 */
export function recomputed({ metric: code, point, counts, places, signalRule }: ExplainedNumber): Recomputed[] | null {
  const metric = metricOf(code);
  if (metric === undefined) return null;
  if (counts === null) return [];
  const named = Object.fromEntries(counts.map(({ name, count }) => [name, count]));
  const again = metric.making.again({ counts: named, places });
  return [
    compared('value', point.value, again.value),
    compared('n', point.n, again.n),
    compared('lower end of the interval', point.low, again.low),
    compared('upper end of the interval', point.high, again.high),
    ...(signalRule === null ? [] : [...limitsAgain(metric, point, signalRule)]),
  ];
}

function* limitsAgain(
  metric: Metric,
  { n, limits }: ExplainedNumber['point'],
  told: NonNullable<ExplainedNumber['signalRule']>,
): Generator<Recomputed> {
  const baseline = baselineOfSums(told);
  const { lower, upper } = limitsOf(baseline, told.n, 1);
  yield compared('n of the signal rule', told.n, n);
  yield compared('p₀', told.share, baseline.share);
  yield compared('ψ', told.relativeVariance, baseline.relativeVariance);
  yield compared('φ', told.inflation, baseline.inflation);
  yield compared('nₑ', told.effective, effectiveReplies(baseline, told.n, 1));
  yield compared('lower limit as a share', told.lower, lower);
  yield compared('upper limit as a share', told.upper, upper);
  // Limits of a percentile in minutes are read from all the waits of the baseline, which no explanation holds.
  const reading = metric.signal?.([], { targetMinutes: 0 });
  if (!reading || limits === null) return;
  yield compared('lower limit', limits.lower, lower === null ? null : reading.inUnit(lower));
  yield compared('centre', limits.centre, reading.inUnit(baseline.share));
  yield compared('upper limit', limits.upper, upper === null ? null : reading.inUnit(upper));
}

function compared(what: string, told: number | null, again: number | null): Recomputed {
  const equal =
    told === null || again === null
      ? told === again
      : Math.abs(told - again) <= ROUNDING * Math.max(1, Math.abs(told), Math.abs(again));
  return { what, told, again, equal };
}
