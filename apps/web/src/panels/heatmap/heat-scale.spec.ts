import { describe, expect, it } from '@jest/globals';
import { heatDomain, heatLevel } from './heat-scale.ts';

describe('the colour scale of a heatmap', () => {
  it('spans the values', () => {
    expect(heatDomain('percent', [60, 95, 80])).toEqual([60, 95]);
  });

  it('does not stretch chance differences over all shades', () => {
    expect(heatDomain('percent', [80, 84])).toEqual([72, 92]);
  });

  it('begins at zero for counts', () => {
    expect(heatDomain('count', [3, 12])).toEqual([0, 12]);
    expect(heatDomain('count', [0])).toEqual([0, 1]);
  });

  it('is none without values', () => {
    expect(heatDomain('percent', [])).toBeNull();
  });

  it.each([
    [60, 0],
    [79, 1],
    [80, 2],
    [119, 5],
    [120, 5],
  ])('gives %d of 60–120 shade %d', (value, level) => {
    expect(heatLevel(value, [60, 120])).toBe(level);
  });
});
