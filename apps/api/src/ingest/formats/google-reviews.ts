import type { Format, Sheet } from './format.ts';
import { originalWords } from './google-reviews/original-words.ts';
import { textAt } from './json/cell-text.ts';
import { jsonHead } from './json/json-layout.ts';
import { type ObjectRow, openJson } from './json/object-file.ts';
import { isObject, type JsonObject } from './json/object-item.ts';

/** Where pages hold reviews: those of one place, and those of several. */
const LISTS = ['reviews', 'locationReviews'];

const REVIEWS: Sheet = {
  name: 'reviews',
  kind: 'reviews',
  columns: [
    { name: 'reviewId' },
    { name: 'location', label: 'Number of the place on the map' },
    { name: 'createTime', label: 'First written' },
    { name: 'updateTime', label: 'Last changed' },
    { name: 'starRating', label: 'Stars in words' },
    { name: 'comment', label: 'What was written, in its own language' },
    { name: 'reviewReply.comment', label: 'Our reply' },
    { name: 'reviewReply.updateTime', label: 'When we replied' },
  ],
  preset: {
    columns: {
      reviewId: 'externalId',
      createTime: 'reviewedAt',
      starRating: 'stars',
      comment: 'text',
      'reviewReply.comment': 'reply',
      'reviewReply.updateTime': 'repliedAt',
    },
    constants: { platform: 'google' },
    values: { stars: { ONE: '1', TWO: '2', THREE: '3', FOUR: '4', FIVE: '5', STAR_RATING_UNSPECIFIED: '' } },
  },
};

/** Reviews of Google Business Profile as its API and its download write them. An edited one keeps its id and replaces. */
export const googleReviews: Format = {
  code: 'google-reviews',
  title: 'Google reviews',

  recognises(head) {
    const objects = jsonHead(head, LISTS)?.objects ?? [];
    return objects.length > 0 && objects.every(({ value }) => isReview(reviewIn(value)));
  },

  open: (file, options) =>
    openJson(file, options, LISTS, { sheets: () => [REVIEWS], rowsOf: ({ value }) => [rowOf(value)] }),
};

function rowOf(value: JsonObject): ObjectRow {
  const review = reviewIn(value);
  const cells = Object.fromEntries(REVIEWS.columns.map(({ name }) => [name, textAt(review, ...name.split('.'))]));
  cells.location = /locations\/([^/]+)/.exec(textAt(value, 'name'))?.[1] ?? '';
  for (const words of ['comment', 'reviewReply.comment']) cells[words] = originalWords(cells[words] ?? '');
  return { cells };
}

/** A review of several places stands inside an object that names its place. */
function reviewIn(value: JsonObject): JsonObject {
  return isObject(value.review) ? value.review : value;
}

function isReview({ reviewId, starRating, createTime }: JsonObject): boolean {
  return typeof reviewId === 'string' && typeof starRating === 'string' && typeof createTime === 'string';
}
