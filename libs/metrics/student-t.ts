import { incompleteBeta, logGamma } from './incomplete-beta.ts';
import { normalTail, Z95 } from './normal.ts';

/** Beyond this many degrees of freedom Student's t is the normal distribution to six digits. */
const ALMOST_NORMAL = 1e6;

/** Chance that a Student t value of that many degrees of freedom lies above `t`. */
export function studentTail(t: number, freedom: number): number {
  if (t < 0) return 1 - studentTail(-t, freedom);
  if (freedom >= ALMOST_NORMAL) return normalTail(t);
  return incompleteBeta(freedom / (freedom + t * t), freedom / 2, 0.5) / 2;
}

/** The deviate of a two-sided 95 % interval: 12.706 at one degree of freedom, 1.960 at very many. */
export function studentT95(freedom: number): number {
  if (!(freedom >= 1)) return studentT95(1);
  if (freedom >= ALMOST_NORMAL) return Z95;
  // Newton's steps on a convex tail climb to the root from its left and never pass it.
  let t = Z95;
  for (let step = 0; step < 60; step += 1) {
    const next = t + (studentTail(t, freedom) - 0.025) / studentDensity(t, freedom);
    if (Math.abs(next - t) < 1e-12 * next) break;
    t = next;
  }
  return t;
}

function studentDensity(t: number, freedom: number): number {
  const log = logGamma((freedom + 1) / 2) - logGamma(freedom / 2) - Math.log(freedom * Math.PI) / 2;
  return Math.exp(log - ((freedom + 1) / 2) * Math.log1p((t * t) / freedom));
}
