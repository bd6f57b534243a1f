import { describe, expect, it } from '@jest/globals';
import { DEFAULT_TOUCHPOINTS, JOURNEY_CODES } from './touchpoint.ts';

describe('the default journey', () => {
  it('has eight steps, first in the list, so that they take the first slots', () => {
    expect(JOURNEY_CODES).toHaveLength(8);
    expect(DEFAULT_TOUCHPOINTS.slice(0, 8).map(({ code }) => code)).toEqual(JOURNEY_CODES);
  });

  it('refines each step, under codes that are never used twice', () => {
    const codes = DEFAULT_TOUCHPOINTS.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const step of JOURNEY_CODES) expect(DEFAULT_TOUCHPOINTS.some(({ parent }) => parent === step)).toBe(true);
    for (const { parent } of DEFAULT_TOUCHPOINTS) expect([null, ...JOURNEY_CODES]).toContain(parent);
  });
});
