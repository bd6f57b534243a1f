import { addReview } from '#metrics/review-counts.ts';
import { boolArray, dateArray, int2Array, textArray, timestamptzArray } from '../database/binary-array.ts';
import { REVIEW_CELL } from '../rollups/cell-table.ts';
import { commonColumns } from './fact-columns.ts';
import type { Fact, FactTable } from './fact-table.ts';

/** One online review, ready to be stored. Instants in ms, dates in days since 1970-01-01, codes as their numbers. */
export interface Review extends Fact {
  reviewedAt: number;
  reviewedOn: number;
  platform: number;
  stars: number | null;
  recommends: boolean | null;
  language: string;
  text: string | null;
  reply: string | null;
  repliedAt: number | null;
}

interface Counted {
  departmentId: string;
  day: number;
  platform: number;
  language: string;
  stars: number | null;
  recommends: boolean | null;
  hasText: boolean;
  replied: boolean;
}

export const REVIEW: FactTable<Review, Counted> = {
  name: 'review',
  cells: REVIEW_CELL,
  columns: [
    ...commonColumns<Review>(),
    { name: 'reviewed_at', type: 'timestamptz', encode: (rows) => timestamptzArray(rows.map((row) => row.reviewedAt)) },
    { name: 'reviewed_on', type: 'date', encode: (rows) => dateArray(rows.map((row) => row.reviewedOn)) },
    { name: 'platform', type: 'int2', encode: (rows) => int2Array(rows.map((row) => row.platform)) },
    { name: 'stars', type: 'int2', encode: (rows) => int2Array(rows.map((row) => row.stars)) },
    { name: 'recommends', type: 'bool', encode: (rows) => boolArray(rows.map((row) => row.recommends)) },
    { name: 'language', type: 'text', encode: (rows) => textArray(rows.map((row) => row.language)) },
    { name: 'text', type: 'text', encode: (rows) => textArray(rows.map((row) => row.text)) },
    { name: 'reply', type: 'text', encode: (rows) => textArray(rows.map((row) => row.reply)) },
    { name: 'replied_at', type: 'timestamptz', encode: (rows) => timestamptzArray(rows.map((row) => row.repliedAt)) },
  ],
  countedSql: `f.department_id as "departmentId", f.reviewed_on - date '1970-01-01' as day, f.platform, f.language, f.stars,
    f.recommends, f.text is not null as "hasText", (f.reply is not null or f.replied_at is not null) as replied`,
  countedOf: (row) => ({
    ...row,
    day: row.reviewedOn,
    hasText: row.text !== null,
    replied: row.reply !== null || row.repliedAt !== null,
  }),
  count: (deltas, counted, sign) =>
    addReview(deltas.at(counted.day, counted.departmentId, [counted.platform, counted.language]), counted, sign),
};
