import type { SignalCounts } from '../metric.ts';
import { fTail } from './f-distribution.ts';

/** The test for a season. Its constants are data: they were found by simulation. */
export const SEASON = {
  weeksOfYear: 365.25 / 7,
  /** The chance of finding a season where there is none. */
  falseSeasons: 0.01,
  /** With fewer weeks a step passes for a season, so nothing is adjusted. */
  fewestWeeks: 104,
  /** Replies a week, in the mean, from which the test holds its chance. */
  fewestReplies: 30,
} as const;

/** What was found, or why nothing may be said. */
export type SeasonVerdict = 'too-few-weeks' | 'too-few-replies' | 'no-season' | 'season';

export interface SeasonFound {
  verdict: SeasonVerdict;
  /** Null where it cannot be reckoned: too few weeks for a year's wave, or scores that are all the same. */
  pValue: number | null;
  /** How far the year's wave goes up and down from the mean, as a share or on 0–1; 0 where there is none to adjust for. */
  amplitude: number;
  /** What the season adds in a week, by its place in the series; 0 unless the verdict is `season`. */
  effectOf(week: number): number;
}

/**
 * Does a total rise and fall with the year? One harmonic by weighted least squares beside none; what it explains, Q, is
 * held against chance, or against the spread it leaves where that is larger (Q/2 over max(1, residual dispersion)), by
 * F(2, T − 3) at 1 %. Give all weeks, oldest first and without gaps; weeks nobody answered in are passed over. Meant for
 * totals: a department's weeks are too few to tell.
 */
export function seasonOf(weeks: readonly SignalCounts[]): SeasonFound {
  const answered = [...weeks.entries()].filter(([, { n }]) => n > 0);
  const replies = answered.reduce((sum, [, { n }]) => sum + n, 0);
  const fit = waveIn(answered, replies);
  const T = answered.length;
  const verdict =
    T < SEASON.fewestWeeks
      ? 'too-few-weeks'
      : replies / T < SEASON.fewestReplies
        ? 'too-few-replies'
        : fit !== null && fit.pValue < SEASON.falseSeasons
          ? 'season'
          : 'no-season';
  const adjusted = verdict === 'season' && fit !== null;
  return {
    verdict,
    pValue: fit?.pValue ?? null,
    amplitude: adjusted ? Math.hypot(fit.cosine, fit.sine) : 0,
    effectOf: (week) => (adjusted ? fit.cosine * Math.cos(angleOf(week)) + fit.sine * Math.sin(angleOf(week)) : 0),
  };
}

const angleOf = (week: number): number => (2 * Math.PI * week) / SEASON.weeksOfYear;

function waveIn(answered: readonly [number, SignalCounts][], replies: number) {
  const successes = answered.reduce((sum, [, { x }]) => sum + x, 0);
  const squares = answered.reduce((sum, [, week]) => sum + week.squares, 0);
  const mean = successes / replies;
  const variance = squares / replies - mean ** 2;
  const freedom = answered.length - 3;
  if (!(freedom > 0) || !(variance > 1e-12)) return null;

  // Each column is freed of those before it, weeks weighing as their replies, so the coefficients stand alone.
  const weights = answered.map(([, { n }]) => n / variance);
  const dot = (a: readonly number[], b: readonly number[]): number =>
    a.reduce((sum, value, index) => sum + value * (b[index] ?? 0) * (weights[index] ?? 0), 0);
  const ones = answered.map(() => 1);
  const without = (column: readonly number[], other: readonly number[]): { rest: number[]; share: number } => {
    const share = dot(column, other) / dot(other, other);
    return { share, rest: column.map((value, index) => value - share * (other[index] ?? 0)) };
  };
  const scores = without(
    answered.map(([, { x, n }]) => x / n),
    ones,
  ).rest;
  const cosines = without(
    answered.map(([week]) => Math.cos(angleOf(week))),
    ones,
  ).rest;
  const overSines = without(
    answered.map(([week]) => Math.sin(angleOf(week))),
    ones,
  ).rest;
  const tooFlat = dot(ones, ones) * 1e-9;
  if (dot(cosines, cosines) < tooFlat) return null;
  const { rest: sines, share: shared } = without(overSines, cosines);
  if (dot(sines, sines) < tooFlat) return null;

  const afterCosine = without(scores, cosines);
  const afterBoth = without(afterCosine.rest, sines);
  const left = dot(afterBoth.rest, afterBoth.rest);
  const explained = Math.max(0, dot(scores, scores) - left);
  const f = explained / 2 / Math.max(1, left / freedom);
  return { cosine: afterCosine.share - afterBoth.share * shared, sine: afterBoth.share, pValue: fTail(f, 2, freedom) };
}
