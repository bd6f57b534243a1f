import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  lowerEdgeOf,
  representativeOf,
  upperEdgeOf,
  WAIT_BIN_COUNT,
  WAIT_BIN_EDGES,
  waitBinOf,
} from './wait-histogram.ts';

const SIXTY_DAYS = 60 * 1440;

describe('the bins of waits', () => {
  it('grow by at most 1.04 from a quarter of a minute to 60 days', () => {
    expect(WAIT_BIN_EDGES.slice(0, 2)).toEqual([0, 0.25]);
    expect(upperEdgeOf(WAIT_BIN_COUNT - 1)).toBe(SIXTY_DAYS);
    for (let bin = 2; bin < WAIT_BIN_COUNT; bin += 1) {
      expect(upperEdgeOf(bin) / lowerEdgeOf(bin)).toBeGreaterThan(1);
      expect(upperEdgeOf(bin) / lowerEdgeOf(bin)).toBeLessThan(1.04 + 1e-9);
    }
  });

  it.each([
    0.5, 1, 2, 3, 4, 5, 10, 15, 20, 25, 30, 45, 60, 90, 100, 120, 180, 240, 360, 480, 720, 1440, 2880, 4320, 10080,
  ])('end exactly at %p minutes, inclusive', (minutes) => {
    expect(upperEdgeOf(waitBinOf(minutes))).toBe(minutes);
    expect(lowerEdgeOf(waitBinOf(minutes + 1e-6))).toBe(minutes);
  });

  it('tell whole minutes exactly up to an hour, and what is a millisecond shorter apart from them', () => {
    for (let minutes = 1; minutes <= 60; minutes += 1) {
      expect(representativeOf(waitBinOf(minutes))).toBe(minutes);
      expect(waitBinOf(minutes - 1 / 60_000)).toBe(waitBinOf(minutes) - 1);
    }
  });

  it('keep no wait at all apart from a short one', () => {
    expect([waitBinOf(0), waitBinOf(0.01), waitBinOf(0.25)]).toEqual([0, 1, 1]);
    expect([representativeOf(0), representativeOf(1)]).toEqual([0, 0.125]);
  });

  it('give any number a bin', () => {
    expect([-5, Number.NaN, -Infinity].map(waitBinOf)).toEqual([0, 0, 0]);
    expect([SIXTY_DAYS, SIXTY_DAYS + 1, Infinity].map(waitBinOf)).toEqual(Array<number>(3).fill(WAIT_BIN_COUNT - 1));
  });

  it('hold what is put into them, and are told by a wait within 2 % of it', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.2500001, max: SIXTY_DAYS, noNaN: true }), (minutes) => {
        const bin = waitBinOf(minutes);
        expect(lowerEdgeOf(bin)).toBeLessThan(minutes);
        expect(upperEdgeOf(bin)).toBeGreaterThanOrEqual(minutes);
        expect(Math.abs(representativeOf(bin) / minutes - 1)).toBeLessThan(0.02);
      }),
    );
  });
});
