/** Ends of an interval. */
export interface Interval {
  low: number;
  high: number;
}

/**
 * Wilson's score interval of a share, 0–1: where the true share lies, given `successes` of `n`. Honest for a handful of
 * answers and at 0 or 100 %, where the textbook interval has no width. All of 0–1 when nobody answered.
 * Source: Wilson 1927, doi:10.1080/01621459.1927.10502953.
 */
export function wilsonInterval(successes: number, n: number, z: number): Interval {
  if (!(n > 0)) return { low: 0, high: 1 };
  const square = z * z;
  const middle = 2 * successes + square;
  const spread = z * Math.sqrt(square + 4 * successes * (1 - successes / n));
  const share = successes / n;
  // At 0 and n the formula lands on the end of the scale but for rounding.
  return {
    low: successes <= 0 ? 0 : Math.min(share, (middle - spread) / (2 * (n + square))),
    high: successes >= n ? 1 : Math.max(share, (middle + spread) / (2 * (n + square))),
  };
}
