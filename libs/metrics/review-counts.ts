import { STARS_SCALE } from '#domain/scale.ts';

/**
 * What one cell of reviews counts, slot by slot (0-based here; Postgres arrays begin at 1). A yes or no to "recommends"
 * is counted apart: it is never mixed into stars.
 */
export const REVIEW_SLOTS = {
  reviews: 0,
  /** Counts of 1, 2, 3, 4, 5 stars. */
  stars: 1,
  recommends: 6,
  recommendsNot: 7,
  withText: 8,
  replied: 9,
} as const;

/** A review as far as the cells are concerned. */
export interface CountedReview {
  stars: number | null;
  recommends: boolean | null;
  hasText: boolean;
  replied: boolean;
}

/** Adds one review to a cell's counts, or takes it out again with `sign` −1. */
export function addReview(
  counts: number[],
  { stars, recommends, hasText, replied }: CountedReview,
  sign: 1 | -1,
): void {
  const add = (slot: number): void => {
    while (counts.length <= slot) counts.push(0);
    counts[slot] = (counts[slot] ?? 0) + sign;
  };
  add(REVIEW_SLOTS.reviews);
  if (stars !== null) add(REVIEW_SLOTS.stars + stars - STARS_SCALE.min);
  if (recommends !== null) add(recommends ? REVIEW_SLOTS.recommends : REVIEW_SLOTS.recommendsNot);
  if (hasText) add(REVIEW_SLOTS.withText);
  if (replied) add(REVIEW_SLOTS.replied);
}
