/** Of the changes called on one page, at most this share is expected to be false. */
export const FALSE_CHANGES = 0.1;

/** A change is called only if its 95 % interval excludes zero as well. */
const ALONE = 0.05;

/**
 * How many changes are expected to be called if nothing at all changed, among so many tests looked at together by
 * Benjamini–Hochberg: at most q/(1 − q)², 0.123, however many there are. An upper bound: shares of few answers are called
 * less often than their interval allows.
 * Source: Finner and Roters 2002, doi:10.1214/aos/1015362192: q · Σ (i + 1) · (m − 1)! / (m − 1 − i)! · (q/m)ⁱ.
 */
export function expectedFalseAlarms(tests: number): number {
  let term = 1;
  let sum = 0;
  for (let i = 0; i < tests && term > 1e-17; i += 1) {
    sum += (i + 1) * term;
    term *= (FALSE_CHANGES * (tests - 1 - i)) / tests;
  }
  return Math.min(ALONE * Math.max(0, tests), FALSE_CHANGES * sum);
}

/** How often the signal rule marks a week of an unchanged cell, on average over all kinds: `npm run bench -- signals`. */
const FALSE_MARKS = 0.0017;

/**
 * How many lines a page's list of changes is expected to hold if nothing changed: those of comparisons, judged together,
 * and those of cells whose last week the signal rule judged, each by itself.
 */
export function expectedFalseLines(found: { tests: number; weeks: number }): number {
  return expectedFalseAlarms(found.tests) + FALSE_MARKS * found.weeks;
}
