import { chiSquareTail } from '../freshness/chi-square.ts';
import type { SignalCounts } from '../metric.ts';

/** The test for a day of the week that differs. */
export const WEEKDAY = {
  /** Weeks it looks at, the last ones. */
  weeks: 8,
  falsePatterns: 0.01,
  /** Replies below which a day of the week cannot be told from the others. */
  fewestReplies: 5,
} as const;

export interface WeekdayFound {
  /** Null where it cannot be told: fewer than 8 weeks, fewer than two days with five replies, or scores all the same. */
  pValue: number | null;
  /** Days with enough replies, less one: 6 where each has. */
  freedom: number;
  differs: boolean;
}

/**
 * Do the days of the week differ, over the last 8 weeks together? χ² of seven shares against their common one, with 6
 * degrees of freedom. Give one count a day, oldest first and without gaps. Weekly points hold each day once, so a pattern
 * within the week says nothing against them; a daily chart has to reckon with it.
 */
export function weekdayPattern(days: readonly SignalCounts[]): WeekdayFound {
  const unknown: WeekdayFound = { pValue: null, freedom: 0, differs: false };
  if (days.length < WEEKDAY.weeks * 7) return unknown;
  const sums = Array.from({ length: 7 }, (): SignalCounts => ({ x: 0, n: 0, squares: 0 }));
  days.slice(-WEEKDAY.weeks * 7).forEach(({ x, n, squares }, index) => {
    const sum = sums[index % 7];
    if (sum === undefined) return;
    sum.x += x;
    sum.n += n;
    sum.squares += squares;
  });
  const told = sums.filter(({ n }) => n >= WEEKDAY.fewestReplies);
  const replies = told.reduce((sum, { n }) => sum + n, 0);
  const mean = told.reduce((sum, { x }) => sum + x, 0) / replies;
  const variance = told.reduce((sum, { squares }) => sum + squares, 0) / replies - mean ** 2;
  if (told.length < 2 || !(variance > 1e-12)) return unknown;
  const chiSquare = told.reduce((sum, { x, n }) => sum + (x - n * mean) ** 2 / (n * variance), 0);
  const freedom = told.length - 1;
  const pValue = chiSquareTail(chiSquare, freedom);
  return { pValue, freedom, differs: pValue < WEEKDAY.falsePatterns };
}
