import type { RelationDto, RelationMethod, UntoldReason } from '#contracts/metrics-drivers.dto.ts';
import type { WithheldReason } from '#metrics/vocabulary.ts';

/** An estimate that may be told if it rests on enough. */
export interface Related {
  value: number;
  low: number;
  high: number;
  n: number;
}

const UNTOLD = { value: null, n: null, low: null, high: null, withheld: null, untold: null, needed: null };

/**
 * Tells a relation in steps of `step`, and how many it rests on in tens. A relation cannot be added up or taken from
 * another as counts can; so coarsely told, what lies between two of them cannot be reckoned from it either.
 */
export function tellRelation(
  { value, low, high, n }: Related,
  method: RelationMethod,
  step: number,
  minimum: number,
): RelationDto {
  if (n < minimum) return hideRelation(method, 'fewer-than-minimum');
  const coarse = (number: number): number => Number((Math.round(number / step) * step).toFixed(6)) + 0;
  return { ...UNTOLD, method, value: coarse(value), low: coarse(low), high: coarse(high), n: inTens(n) };
}

export const hideRelation = (method: RelationMethod, withheld: WithheldReason): RelationDto => ({
  ...UNTOLD,
  method,
  withheld,
});

export const untoldRelation = (method: RelationMethod, untold: UntoldReason, needed: number | null): RelationDto => ({
  ...UNTOLD,
  method,
  untold,
  needed: needed === null ? null : Math.ceil(needed / 10) * 10,
});

const inTens = (n: number): number => Math.floor(n / 10) * 10;
