import { describe, expect, it } from '@jest/globals';
import { niceAxis, spreadLabels } from './nice-axis.ts';

describe('an axis', () => {
  it.each([
    [[16, 41], false, { min: 10, max: 50, interval: 10 }],
    [[78.1, 89.9], false, { min: 75, max: 90, interval: 5 }],
    [[-12, 31], false, { min: -20, max: 40, interval: 20 }],
    [[3, 12], true, { min: 0, max: 15, interval: 5 }],
    [[5, 5], false, { min: 4, max: 6, interval: 2 }],
    [[], false, { min: 0, max: 1, interval: 1 }],
  ])('around %j (from zero: %s) is %j', (values, fromZero, axis) => {
    expect(niceAxis(values, 3, fromZero)).toEqual(axis);
  });
});

describe('labels at the ends of lines', () => {
  const axis = { min: 0, max: 100, interval: 50 };

  it('stay where they are when far apart', () => {
    expect(spreadLabels([90, 10], axis, 200)).toEqual([0, 0]);
  });

  it('give way downwards when they would overlap', () => {
    expect(spreadLabels([50, 51, 52], axis, 200)).toEqual([28, 14, 0]);
  });

  it('leave out lines without a last value', () => {
    expect(spreadLabels([50, null, 50], axis, 200)).toEqual([0, 0, 16]);
  });
});
