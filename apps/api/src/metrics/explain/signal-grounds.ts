import type { SignalGroundsDto } from '#contracts/explanation.dto.ts';
import type { MetricPointDto } from '#contracts/metric-answer.dto.ts';
import { SIGNAL_FORMULA } from '#metrics/making.ts';
import type { Metric } from '#metrics/metric.ts';
import { baselineOf, effectiveReplies, limitsOf } from '#metrics/signal-rule.ts';
import type { CountedSeries } from '../answer/counted-series.ts';
import type { MetricSpans } from '../answer/metric-spans.ts';
import { contextOf } from '../answer/series.ts';

/** Numbers that came about in two ways are the same up to this. */
const ROUNDING = 1e-9;

/**
 * What the signal rule went by where it tells limits: those let the sums of the baseline be reckoned, and are told only
 * where these may be. Null where it does not, or where the limits that were told do not follow from these sums.
 */
export function signalGrounds(
  metric: Metric,
  { series, signals }: CountedSeries,
  { weeks }: MetricSpans,
  point: MetricPointDto,
): SignalGroundsDto | null {
  const dates = signals.baselineOf(point.from);
  const on = weeks.at(-1)?.monday;
  const week = weeks.find(({ monday }) => monday === point.from);
  if (point.limits === null || dates === null || dates.from === null || on === undefined || !week) return null;
  const first = dates.from;
  const counted = weeks
    .filter(({ monday, span }) => monday >= first && span.to <= dates.to)
    .map(({ span }) => series.countsIn(span, on));
  const reading = metric.signal?.(added(counted), contextOf(metric));
  if (!reading) return null;
  const read = counted.map((counts) => reading.read(counts)).filter(({ n }) => n > 0);
  const baseline = baselineOf(read, reading.halfBelievedAt);
  if (baseline === null) return null;
  const { n } = reading.read(series.countsIn(week.span, on));
  const { lower, upper } = limitsOf(baseline, n, 1);
  const inUnit = (share: number | null): number | null => (share === null ? null : reading.inUnit(share));
  if (!near(inUnit(lower), point.limits.lower) || !near(inUnit(upper), point.limits.upper)) return null;
  return {
    from: first,
    to: dates.to,
    weeks: baseline.weeks,
    successes: read.reduce((sum, { x }) => sum + x, 0),
    squares: read.reduce((sum, { squares }) => sum + squares, 0),
    replies: baseline.replies,
    dispersion: baseline.dispersion,
    halfBelievedAt: reading.halfBelievedAt,
    share: baseline.share,
    relativeVariance: baseline.relativeVariance,
    inflation: baseline.inflation,
    n,
    effective: effectiveReplies(baseline, n, 1),
    lower,
    upper,
    trial: baseline.trial,
    marked: signals.of(week.monday)?.period ?? null,
    formula: SIGNAL_FORMULA,
  };
}

function near(one: number | null, other: number | null): boolean {
  return one === null || other === null
    ? one === other
    : Math.abs(one - other) <= ROUNDING * Math.max(1, Math.abs(one));
}

function added(all: readonly (readonly number[])[]): number[] {
  const total: number[] = [];
  for (const counts of all) for (const [slot, count] of counts.entries()) total[slot] = (total[slot] ?? 0) + count;
  return total;
}
