import { normalTail } from './normal.ts';
import { limitsOf, SIGNAL_RULE, type SignalBaseline } from './signal-rule.ts';
import type { Unit } from './vocabulary.ts';

/** How soon a lasting change of a size is noticed. */
export interface SignalPower {
  /** Size of the change, in the metric's unit: percentage points, or points of an NPS. */
  points: number;
  /** Weeks until it is marked, as likely as not; null where that is longer than a year. */
  weeks: number | null;
}

/** What one point is on the 0–1 scale of the rule; waits and scores are not told in points. */
const POINT: Partial<Record<Unit, number>> = { percent: 0.01, points: 0.005 };
const YEAR = 52;

/**
 * How many weeks a lasting change to the worse takes to be marked, with so many replies a week: until it is as likely as not
 * that the week, the last 4 weeks, or the last 13 have been beyond their limit, whichever period sees it first. The weeks
 * before the change count along in the longer periods, and two looks in each period's length count as independent of one
 * another. By the normal distribution; it gives the medians of the simulations in ADR 22 to within a few weeks, rather late
 * than early. Null where points mean nothing in the metric's unit.
 */
export function signalPower(
  baseline: SignalBaseline,
  replies: number,
  points: number,
  { unit, lowerIsBetter = false }: { unit: Unit; lowerIsBetter?: boolean },
): SignalPower | null {
  const point = POINT[unit];
  if (point === undefined) return null;
  const looks = SIGNAL_RULE.periods.map((period) =>
    lookAt(baseline, { replies, period, change: points * point, lowerIsBetter }),
  );
  for (let week = 1; week <= YEAR; week += 1) {
    const seen = looks.map((look) => look(week));
    if (seen.some((chance) => chance >= 0.5)) return { points, weeks: week };
  }
  return { points, weeks: null };
}

interface Look {
  replies: number;
  period: number;
  /** On 0–1. */
  change: number;
  lowerIsBetter: boolean;
}

/** The chance that a period has been beyond its limit by a week after the change; to be asked week by week. */
function lookAt(baseline: SignalBaseline, { replies, period, change, lowerIsBetter }: Look): (week: number) => number {
  const { lower, upper } = limitsOf(baseline, replies * period, period);
  const usual = lowerIsBetter ? 1 - baseline.share : baseline.share;
  // A rise of failures is a fall of successes.
  const mirrored = upper === null ? null : 1 - upper;
  const limit = lowerIsBetter ? mirrored : lower;
  const after = Math.max(0, usual - change);
  const spread = Math.sqrt(deviationOf(baseline, after, replies, period));
  let unseen = 1;
  let likeliest = 0;
  return (week) => {
    if (limit === null) return 0;
    const expected = usual - ((usual - after) * Math.min(week, period)) / period;
    const chance = spread > 0 ? below((limit - expected) / spread) : Number(expected < limit);
    unseen *= (1 - chance) ** Math.min(1, 2 / period);
    likeliest = Math.max(likeliest, chance);
    return Math.max(likeliest, 1 - unseen);
  };
}

function deviationOf(
  { relativeVariance, inflation }: SignalBaseline,
  share: number,
  replies: number,
  period: number,
): number {
  return (relativeVariance * share * (1 - share) * (1 + (inflation - 1) * Math.sqrt(period))) / (replies * period);
}

const below = (z: number): number => (z < 0 ? normalTail(-z) : 1 - normalTail(z));
