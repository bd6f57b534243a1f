import { expect, it } from '@jest/globals';
import { addReview, type CountedReview } from './review-counts.ts';

it.each<[string, CountedReview, number[]]>([
  ['one star', { stars: 1, recommends: null, hasText: false, replied: false }, [1, 1]],
  [
    'five stars with text and reply',
    { stars: 5, recommends: null, hasText: true, replied: true },
    [1, 0, 0, 0, 0, 1, 0, 0, 1, 1],
  ],
  [
    'recommends, which is no star',
    { stars: null, recommends: true, hasText: false, replied: false },
    [1, 0, 0, 0, 0, 0, 1],
  ],
  ['does not recommend', { stars: null, recommends: false, hasText: false, replied: false }, [1, 0, 0, 0, 0, 0, 0, 1]],
])('counts a review: %s', (_, review, expected) => {
  const counts: number[] = [];
  addReview(counts, review, 1);
  expect(counts).toEqual(expected);
  addReview(counts, review, -1);
  expect(counts.every((count) => count === 0)).toBe(true);
});
