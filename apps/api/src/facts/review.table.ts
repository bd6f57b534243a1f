import { STARS_SCALE } from '#domain/scale.ts';
import { languageIndex } from '#metrics/freshness/source-counts.ts';
import { addReview } from '#metrics/review-counts.ts';
import type { Arrived } from '../rollups/arrival-deltas.ts';
import { REVIEW_CELL } from '../rollups/cell-table.ts';
import { ARRIVED_SQL, arrivedColumn, type ArrivingFact, columnsOf, commonColumns } from './fact-columns.ts';
import type { FactTable } from './fact-table.ts';

/** One online review, ready to be stored. Instants in ms, dates in days since 1970-01-01, codes as their numbers. */
export interface Review extends ArrivingFact {
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

interface Counted extends Arrived {
  platform: number;
  language: string;
  stars: number | null;
  recommends: boolean | null;
  hasText: boolean;
  replied: boolean;
}

const { int2, bool, date, instant, text } = columnsOf<Review>();

export const REVIEW: FactTable<Review, Counted> = {
  name: 'review',
  cells: REVIEW_CELL,
  columns: [
    ...commonColumns<Review>(),
    instant('reviewed_at', ({ reviewedAt }) => reviewedAt),
    date('reviewed_on', ({ reviewedOn }) => reviewedOn),
    int2('platform', ({ platform }) => platform),
    int2('stars', ({ stars }) => stars),
    bool('recommends', ({ recommends }) => recommends),
    text('language', ({ language }) => language),
    text('text', (row) => row.text),
    text('reply', ({ reply }) => reply),
    instant('replied_at', ({ repliedAt }) => repliedAt),
    arrivedColumn<Review>(),
  ],
  countedSql: `f.department_id as "departmentId", f.reviewed_on - date '1970-01-01' as day, f.platform, f.language, f.stars,
    f.recommends, f.text is not null as "hasText", (f.reply is not null or f.replied_at is not null) as replied, ${ARRIVED_SQL}`,
  countedOf: (row) => ({
    ...row,
    day: row.reviewedOn,
    hasText: row.text !== null,
    replied: row.reply !== null || row.repliedAt !== null,
  }),
  count: (deltas, counted, sign) => {
    const { day, departmentId, platform, language, stars } = counted;
    addReview(deltas.at(day, departmentId, [platform, language]), counted, sign);
    const aspects = [stars === null ? null : stars - STARS_SCALE.min, platform, languageIndex(language)];
    deltas.arrivals.add('reviews', counted, aspects, sign);
  },
};
