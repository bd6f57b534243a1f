import { logGamma } from '../incomplete-beta.ts';

/**
 * Chance that a chi-square value with so many degrees of freedom lies above `value`: the regularised upper incomplete
 * gamma function Q(degrees/2, value/2), by its series below its centre and by Lentz's continued fraction above it.
 * Source: Abramowitz and Stegun 26.4.19, 6.5.29 and 6.5.31.
 */
export function chiSquareTail(value: number, degrees: number): number {
  if (!(degrees > 0) || !(value > 0)) return 1;
  const [a, x] = [degrees / 2, value / 2];
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  return x < a + 1 ? 1 - front * lowerSeries(a, x) : front * upperFraction(a, x);
}

const MAX_STEPS = 10_000;
const PRECISION = 1e-15;

function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let step = 1; step < MAX_STEPS && term > sum * PRECISION; step += 1) {
    term *= x / (a + step);
    sum += term;
  }
  return sum;
}

function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let fraction = d;
  for (let step = 1; step < MAX_STEPS; step += 1) {
    const numerator = step * (a - step);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    fraction *= c * d;
    if (Math.abs(c * d - 1) < PRECISION) break;
  }
  return fraction;
}
