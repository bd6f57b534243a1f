import { REVIEW_PLATFORMS } from '#domain/review.ts';
import { STARS_SCALE } from '#domain/scale.ts';
import { KEY_AND_PLACE } from './place-fields.ts';
import type { RowFields, RowOf } from './row-field.ts';

/** One online review: stars or a yes/no recommendation, never one turned into the other. */
export const REVIEW_FIELDS = {
  ...KEY_AND_PLACE,
  reviewedAt: { type: 'instant', required: true, description: 'When it was published.' },
  platform: {
    type: 'code',
    codes: REVIEW_PLATFORMS.codes,
    description: 'Where it was published; other when left out.',
  },
  stars: { type: 'integer', ...STARS_SCALE, description: 'Stars, 1 to 5.' },
  recommends: { type: 'boolean', description: 'Recommended or not, where the platform asks that instead of stars.' },
  language: { type: 'text', max: 35, description: 'BCP 47 tag of the text.' },
  text: { type: 'text', max: 20_000, description: 'The review. What identifies people is masked.' },
  reply: { type: 'text', max: 20_000, description: 'Our public reply.' },
  repliedAt: { type: 'instant', description: 'When we replied.' },
} as const satisfies RowFields;

export type ReviewRow = RowOf<typeof REVIEW_FIELDS>;
