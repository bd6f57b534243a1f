import { expect, it } from '@jest/globals';
import { type CandidateChange, verdictsOf } from './change.ts';
import type { Direction } from './vocabulary.ts';

/** A change with its interval and the p-value that goes with it. */
const change = (low: number, high: number, pValue: number, direction: Direction = 'higher'): CandidateChange => ({
  difference: { difference: (low + high) / 2, low, high, pValue },
  direction,
  unit: 'percent',
});

it.each([
  ['up where higher is better', change(2, 9, 0.001), 'better'],
  ['down where higher is better', change(-9, -2, 0.001), 'worse'],
  ['up where lower is better', change(2, 9, 0.001, 'lower'), 'worse'],
  ['down where lower is better', change(-9, -2, 0.001, 'lower'), 'better'],
  ['up where neither is', change(2, 9, 0.001, 'neutral'), 'higher'],
  ['down where neither is', change(-9, -2, 0.001, 'neutral'), 'lower'],
  ['an interval with zero in it, though p is under .10', change(-0.5, 9, 0.07), 'no-detectable-change'],
  ['an interval so wide that a fall of 20 would not be seen', change(-22, 18, 0.8), 'too-few'],
  ['a wide interval that excludes zero all the same', change(5, 60, 0.001), 'better'],
  ['NPS, whose scale is twice as long', { ...change(-29, 29, 0.9), unit: 'points' } as const, 'no-detectable-change'],
  ['waits, which have no scale', { ...change(-90, 80, 0.9), unit: 'minutes' } as const, 'no-detectable-change'],
  ['nothing to tell', { difference: null, direction: 'higher', unit: 'percent' } as const, 'too-few'],
])('%s', (_, candidate, verdict) => {
  expect(verdictsOf([candidate])).toEqual([verdict]);
});

it('does not call one cell of many whose interval excludes zero by chance', () => {
  const cells = [change(0.1, 9, 0.045), ...Array.from({ length: 19 }, (_, i) => change(-5, 5, 0.05 * (i + 1)))];
  expect(verdictsOf(cells)[0]).toBe('no-detectable-change');
  expect(verdictsOf(cells.slice(0, 1))).toEqual(['better']);
});

it('keeps each verdict in its place beside those that cannot be told', () => {
  const unknown: CandidateChange = { difference: null, direction: 'higher', unit: 'percent' };
  expect(verdictsOf([unknown, change(2, 9, 0.001), unknown, change(-3, 4, 0.8), change(-9, -2, 0.001)])).toEqual([
    'too-few',
    'better',
    'too-few',
    'no-detectable-change',
    'worse',
  ]);
});
