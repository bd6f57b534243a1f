import { expect, it } from '@jest/globals';
import { studentT95, studentTail } from './student-t.ts';

it.each([
  [1, 12.706204736174694],
  [2, 4.302652729749462],
  [2.7, 3.3921483831737507],
  [9, 2.262157162798205],
  [30, 2.0422724563012378],
  [999, 1.9623414611334493],
  [1e9, 1.959963984540054],
])('deviate of 95 %% at %p degrees of freedom', (freedom, expected) => {
  expect(studentT95(freedom)).toBeCloseTo(expected, 8);
});

it.each([
  [1, 1, 0.25],
  [2.5, 4, 0.03338327240599407],
  [3, 30.5, 0.002669204548137345],
  [40, 3, 1.7190340394579253e-5],
  [-1, 1, 0.75],
])('chance above t = %p at %p degrees of freedom', (t, freedom, expected) => {
  expect(studentTail(t, freedom) / expected).toBeCloseTo(1, 10);
});
