import { pChart } from '../../libs/metrics/control-charts/p-chart.ts';
import { xmrLimits } from '../../libs/metrics/control-charts/xmr-limits.ts';
import { xmrMarks } from '../../libs/metrics/control-charts/xmr-rules.ts';
import {
  baselineOf,
  effectiveReplies,
  judge,
  SIGNAL_RULE,
  type SignalBaseline,
} from '../../libs/metrics/signal-rule.ts';
import type { Series } from './scenario.ts';

export type Side = 'high' | 'low';

/** A rule that says of each week after a baseline, when it is the newest, whether it is out of the ordinary. */
export interface WatchingRule {
  name: 'signal-rule' | 'xmr' | 'p-chart';
  marks(series: Series): (Side | null)[];
}

/** Replies a week at which half of a measured extra variation is believed, for shares. */
const HALF_BELIEVED_AT = 100;

/** A score this near to the baseline's, in deviations, is never marked; most are, and need no tail. */
const NEVER_MARKED = 2;

/** The rule that Bedside watches with, on the week itself, the last 4 and the last 13 together. */
export const SIGNALS: WatchingRule = {
  name: 'signal-rule',
  marks({ replies, baselineWeeks, satisfied }) {
    const weeks = satisfied.slice(0, baselineWeeks).map((x) => ({ x, n: replies, squares: x }));
    const baseline = baselineOf(weeks, HALF_BELIEVED_AT);
    if (baseline === null) throw new Error('a baseline needs twelve weeks');
    const sums = [0];
    for (const x of satisfied.slice(baselineWeeks)) sums.push((sums.at(-1) ?? 0) + x);
    return satisfied.slice(baselineWeeks).map((_, index) => {
      for (const period of SIGNAL_RULE.periods) {
        if (index + 1 < Math.min(period, SIGNAL_RULE.fewestOfLongest)) continue;
        const length = Math.min(period, index + 1);
        const n = replies * length;
        const score = ((sums[index + 1] ?? 0) - (sums[index + 1 - length] ?? 0)) / n;
        if (isOrdinary(baseline, n, score, period)) continue;
        const side = judge(baseline, n, score, period);
        if (side !== null) return side;
      }
      return null;
    });
  },
};

function isOrdinary(baseline: SignalBaseline, n: number, score: number, period: number): boolean {
  const deviation = Math.sqrt((baseline.share * (1 - baseline.share)) / effectiveReplies(baseline, n, period));
  return Math.abs(score - baseline.share) < NEVER_MARKED * deviation;
}

/** The individuals chart with its four rules, limits frozen after the same baseline. */
export const XMR: WatchingRule = {
  name: 'xmr',
  marks({ replies, baselineWeeks, satisfied }) {
    const shares = satisfied.map((x) => (100 * x) / replies);
    const limits = xmrLimits(shares.slice(0, baselineWeeks), true);
    if (limits === null) throw new Error('no baseline');
    // Whether the newest point is marked depends on none before the last seven.
    return shares
      .slice(baselineWeeks)
      .map(
        (_, index) =>
          xmrMarks(shares.slice(baselineWeeks + index - 6, baselineWeeks + index + 1), limits).at(-1)?.side ?? null,
      );
  },
};

/** The plain chart of shares: a week beyond three deviations. */
export const P_CHART: WatchingRule = {
  name: 'p-chart',
  marks({ replies, baselineWeeks, satisfied }) {
    const periods = satisfied.map((x) => ({ x, n: replies }));
    const { points } = pChart(periods, { first: 0, last: baselineWeeks - 1 });
    return points.slice(baselineWeeks).map(({ outside }) => outside);
  },
};
