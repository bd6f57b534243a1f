import { REVIEW_PLATFORMS } from '#domain/review.ts';
import { dateCondition, dimensionConditions } from './dimension-conditions.ts';
import type { FactList, FactRow } from './fact-list.ts';

interface Row extends FactRow {
  platform: number;
  language: string;
  words: string | null;
  stars: number | null;
  recommends: boolean | null;
  reply: string | null;
}

/** Metrics of the stars, in which a bare "recommends" does not count. */
const OF_STARS = ['review-rating', 'review-positive'];

/** Online reviews that count in the metric. */
export const REVIEW_RECORDS: FactList<Row> = {
  from: 'review f',
  at: 'f.reviewed_at',
  id: 'f.id',
  columns: 'f.platform, f.language, f.text as words, f.stars, f.recommends, f.reply',
  inSpan: () => true,
  conditions: (mark, statement) => [
    dateCondition('f.reviewed_on', mark, statement),
    ...dimensionConditions(mark, statement),
    ...(OF_STARS.includes(mark.metric.code) ? ['f.stars is not null'] : []),
    ...(mark.withWords ? ["f.text <> ''"] : []),
  ],
  describe: ({ platform, language, words, stars, recommends, reply }) => ({
    platform: REVIEW_PLATFORMS.codeOf(platform),
    language,
    words: words || null,
    stars,
    recommends,
    reply,
  }),
};
