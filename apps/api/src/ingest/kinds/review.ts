import { REVIEW_PLATFORMS } from '#domain/review.ts';
import type { Review } from '../../facts/review.table.ts';
import { refuse } from '../rows/candidate.ts';
import { plainWords } from '../masking/row-masking.ts';
import { type ImportContext, languageOf } from '../rows/normaliser.ts';
import type { CheckedRow } from '../rows/row-validator.ts';

export function reviewOf(row: CheckedRow, context: ImportContext): Review {
  const place = context.places.of(row);
  const clock = context.clockOf(place);
  const reviewedAt = clock.instantOf(row.reviewedAt as string, 'reviewedAt');
  const review = {
    departmentId: place.departmentId,
    reviewedAt,
    platform: REVIEW_PLATFORMS.numberOf((row.platform as string | undefined) ?? 'other') ?? 0,
    stars: (row.stars as number | undefined) ?? null,
    recommends: (row.recommends as boolean | undefined) ?? null,
    language: languageOf(row.language),
    text: context.masking.feedback(row.text),
    reply: context.masking.feedback(row.reply),
    repliedAt: row.repliedAt === undefined ? null : clock.instantOf(row.repliedAt as string, 'repliedAt'),
  };
  if (review.stars === null && review.recommends === null && review.text === null) {
    refuse(null, 'nothing-said', 'The review says nothing: give stars, recommends or text.');
  }
  const unmasked = () => Object.values({ ...review, text: plainWords(row.text), reply: plainWords(row.reply) });
  const fact: Review = {
    id: '',
    externalId: '',
    sourceId: context.sourceId,
    reviewedOn: clock.dayOf(reviewedAt),
    arrivedOn: clock.today,
    ...review,
  };
  return context.name(fact, row, unmasked);
}
