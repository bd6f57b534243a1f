import { expect, it } from '@jest/globals';
import { lowestScore } from './lowest-score.ts';

it.each([
  [
    { 'check-in': 4, billing: 2, care: 5 },
    { touchpoint: 'billing', score: 2 },
  ],
  [
    { care: 3, billing: 3 },
    { touchpoint: 'care', score: 3 },
  ],
  [{}, null],
  [null, null],
])('of %j is %j', (scores, lowest) => {
  expect(lowestScore(scores)).toEqual(lowest);
});
