import { incompleteBeta } from '../incomplete-beta.ts';

/**
 * Chance that an F value of so many degrees of freedom, above and below the line, lies above `value`:
 * I(d₂/(d₂ + d₁·F); d₂/2, d₁/2). Source: Abramowitz and Stegun 26.6.2.
 */
export function fTail(value: number, above: number, below: number): number {
  if (!(above > 0) || !(below > 0) || !(value > 0)) return 1;
  return incompleteBeta(below / (below + above * value), below / 2, above / 2);
}
