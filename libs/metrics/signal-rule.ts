import { incompleteBeta } from './incomplete-beta.ts';
import type { SignalCounts } from './metric.ts';

/**
 * The signal rule: a week, the last 4 weeks together, or the last 13 together is marked only if an unchanged touchpoint
 * would score that far out in fewer than 1 of 1,000 such periods; if the baseline weeks vary more than chance, each reply
 * counts for less. One formula from 3 replies a week to 2 million, so nothing ever switches. Its constants are data:
 * they were tuned by simulation to at most 0.4 % false marks a cell and week; weeks that resemble their neighbours
 * (lag-1 correlation of .3 and more) exceed that.
 */
export const SIGNAL_RULE = {
  falseMarks: 0.001,
  /** Weeks with replies that a baseline needs at least, below which nothing is judged. */
  fewestWeeks: 12,
  /** Below this many weeks a baseline is on trial. */
  trialWeeks: 26,
  /** More weeks than this are not taken into a baseline. */
  mostWeeks: 52,
  /** Lengths of the periods judged, in weeks, the week itself first. */
  periods: [1, 4, 13],
  /** The longest period is judged already with this many weeks. */
  fewestOfLongest: 8,
} as const;

/** What the baseline weeks say about an unchanged touchpoint. */
export interface SignalBaseline {
  weeks: number;
  replies: number;
  /** p0: share of successes, or mean on 0–1. */
  share: number;
  /** ψ: variance of one reply, over that of a yes or no of the same mean; 1 for a share. */
  relativeVariance: number;
  /** f: variation from week to week over what chance explains. */
  dispersion: number;
  /** φ: for how many replies one has to count, 1 when the weeks vary by chance. */
  inflation: number;
  trial: boolean;
}

/** Reads a baseline from weekly counts; null with fewer than 12 weeks that have replies. */
export function baselineOf(weeks: readonly SignalCounts[], halfBelievedAt: number): SignalBaseline | null {
  const answered = weeks.filter(({ n }) => n > 0);
  const m = answered.length;
  if (m < SIGNAL_RULE.fewestWeeks) return null;
  const successes = answered.reduce((sum, { x }) => sum + x, 0);
  const squares = answered.reduce((sum, week) => sum + week.squares, 0);
  const replies = answered.reduce((sum, { n }) => sum + n, 0);
  const spread = answered.reduce((sum, { x, n }) => sum + (x - (n * successes) / replies) ** 2 / n, 0);
  const { share, relativeVariance } = sharesOf({ successes, squares, replies });
  const dispersion = spread / (relativeVariance * share * (1 - share)) / (m - 1);
  return baselineOfSums({ weeks: m, successes, squares, replies, dispersion, halfBelievedAt });
}

/** What of the baseline weeks the rule goes by: their sums, and how much they vary. */
export interface BaselineSums {
  weeks: number;
  /** X */
  successes: number;
  /** Sum of the squares of the scores on 0–1; X for a share. */
  squares: number;
  /** N */
  replies: number;
  /** f */
  dispersion: number;
  /** K */
  halfBelievedAt: number;
}

/** The same baseline from what it was told to be made of. */
export function baselineOfSums({ halfBelievedAt, ...sums }: BaselineSums): SignalBaseline {
  const { weeks, replies, dispersion } = sums;
  const believed = replies / weeks / (replies / weeks + halfBelievedAt);
  const inflation = 1 + believed * Math.max(0, (1 + 5.5 / (weeks - 4)) * dispersion - 1);
  return { weeks, replies, ...sharesOf(sums), dispersion, inflation, trial: weeks < SIGNAL_RULE.trialWeeks };
}

function sharesOf({
  successes,
  squares,
  replies,
}: Pick<BaselineSums, 'successes' | 'squares' | 'replies'>): Pick<SignalBaseline, 'share' | 'relativeVariance'> {
  const share = (successes + 0.5) / (replies + 1);
  return { share, relativeVariance: ((squares + 0.5) / (replies + 1) - share ** 2) / (share * (1 - share)) };
}

/** How many independent yes-or-no replies `n` replies of a period of `weeks` weeks are worth against the baseline. */
export function effectiveReplies(baseline: SignalBaseline, n: number, weeks: number): number {
  const { inflation, relativeVariance, replies } = baseline;
  return 1 / (relativeVariance * ((1 + (inflation - 1) * Math.sqrt(weeks)) / n + inflation / replies));
}

/** The smaller of the two tails: how rarely an unchanged touchpoint would score this far out, and on which side. */
export function tailOf(
  baseline: SignalBaseline,
  n: number,
  score: number,
  weeks: number,
): { side: 'high' | 'low'; chance: number } {
  const worth = effectiveReplies(baseline, n, weeks);
  const low = lowTail(baseline.share, worth, score);
  const high = lowTail(1 - baseline.share, worth, 1 - score);
  return low < high ? { side: 'low', chance: low } : { side: 'high', chance: high };
}

/** Judges a score (a share, or a mean on 0–1) of `n` replies in a period of `weeks` weeks after the baseline. */
export function judge(baseline: SignalBaseline, n: number, score: number, weeks: number): 'high' | 'low' | null {
  if (!(n > 0)) return null;
  const { side, chance } = tailOf(baseline, n, score, weeks);
  return chance < SIGNAL_RULE.falseMarks ? side : null;
}

/** The scores between which an unchanged period of `weeks` weeks and `n` replies stays; null where it has no limit. */
export function limitsOf(
  baseline: SignalBaseline,
  n: number,
  weeks: number,
): { lower: number | null; upper: number | null } {
  if (!(n > 0)) return { lower: null, upper: null };
  const worth = effectiveReplies(baseline, n, weeks);
  const fromAbove = knownLimit(1 - baseline.share, worth);
  return { lower: knownLimit(baseline.share, worth), upper: fromAbove === null ? null : 1 - fromAbove };
}

/** Chance of a score at or below this one when `worth` replies have the chance `share`; the high tail is its mirror. */
function lowTail(share: number, worth: number, score: number): number {
  return score >= 1 ? 1 : incompleteBeta(1 - share, worth * (1 - score), worth * Math.max(0, score) + 1);
}

/** Every look at a page asks for the same limits, and each takes a dozen steps: the last few thousand are kept. */
const MOST_KEPT = 4_096;
const kept = new Map<string, number | null>();

function knownLimit(share: number, worth: number): number | null {
  const name = `${share} ${worth}`;
  let limit = kept.get(name);
  if (limit === undefined) {
    limit = lowerLimit(share, worth);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(name, limit);
  }
  return limit;
}

/**
 * The score at which the low tail equals the rule's chance: false position on its logarithm, halving the weight of an end
 * that stays put (Illinois), which takes a fourth of the steps of bisection.
 */
function lowerLimit(share: number, worth: number): number | null {
  const excess = (score: number): number =>
    Math.log(Math.max(lowTail(share, worth, score), 1e-300) / SIGNAL_RULE.falseMarks);
  let out = { score: 0, excess: excess(0) };
  let within = { score: share, excess: excess(share) };
  if (out.excess >= 0) return null;
  for (let step = 0, side = 0; step < 100; step += 1) {
    const score = out.score - (out.excess * (within.score - out.score)) / (within.excess - out.excess);
    const found = { score, excess: excess(score) };
    if (Math.abs(found.excess) < 1e-10) return score;
    if (found.excess < 0) {
      out = found;
      if (side < 0) within.excess /= 2;
      side = -1;
    } else {
      within = found;
      if (side > 0) out.excess /= 2;
      side = 1;
    }
  }
  return within.score;
}
