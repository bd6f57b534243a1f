/**
 * The regularised incomplete beta function I(x; a, b): the chance that a Beta(a, b) value lies below x. For whole numbers
 * it is the chance of a or more successes in a + b − 1 tries of chance x. At the limits a → 0 it is 1, at b → 0 it is 0.
 * Continued fraction by Lentz's method; source: Abramowitz and Stegun 26.5.8.
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (!(x > 0) || !(b > 0)) return 0;
  if (x >= 1 || !(a > 0)) return 1;
  return x < (a + 1) / (a + b + 2)
    ? betaFraction(x, a, b) * leadingFactor(x, a, b)
    : 1 - betaFraction(1 - x, b, a) * leadingFactor(1 - x, b, a);
}

/** Natural logarithm of the gamma function for positive numbers. */
export function logGamma(value: number): number {
  let shifted = value;
  let product = 1;
  while (shifted < 10) {
    product *= shifted;
    shifted += 1;
  }
  return (shifted - 0.5) * Math.log(shifted) - shifted + HALF_LOG_TWO_PI + stirlingSeries(shifted) - Math.log(product);
}

const HALF_LOG_TWO_PI = Math.log(2 * Math.PI) / 2;

function stirlingSeries(value: number): number {
  const square = value * value;
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / (1188 * square)) / square) / square) / square) / value;
}

/** What Stirling's formula lacks of log Γ. */
function stirlingError(value: number): number {
  if (value >= 10) return stirlingSeries(value);
  return logGamma(value) - ((value - 0.5) * Math.log(value) - value + HALF_LOG_TWO_PI);
}

/** x^a (1 − x)^b / (a B(a, b)), in the form that does not lose digits when a and b run into millions. */
function leadingFactor(x: number, a: number, b: number): number {
  const n = a + b;
  const log =
    a * Math.log1p((x * n - a) / a) +
    b * Math.log1p((a - x * n) / b) +
    Math.log((a * b) / n) / 2 -
    HALF_LOG_TWO_PI +
    stirlingError(n) -
    stirlingError(a) -
    stirlingError(b);
  return Math.exp(log) / a;
}

const TINY = 1e-300;
const MAX_STEPS = 100_000;

function betaFraction(x: number, a: number, b: number): number {
  const awayFromZero = (value: number): number => (Math.abs(value) < TINY ? TINY : value);
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let step = 1; step < MAX_STEPS; step += 1) {
    const even = (step * (b - step) * x) / ((a + 2 * step - 1) * (a + 2 * step));
    d = 1 / awayFromZero(1 + even * d);
    c = awayFromZero(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + step) * (a + b + step) * x) / ((a + 2 * step) * (a + 2 * step + 1));
    d = 1 / awayFromZero(1 + odd * d);
    c = awayFromZero(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return fraction;
}
