import { CHANNELS } from '#domain/channel.ts';
import { FFT_ANSWERS } from '#domain/scale.ts';
import type { SurveyResponse } from '../../facts/survey-response.table.ts';
import { refuse } from '../rows/candidate.ts';
import { plainWords } from '../masking/row-masking.ts';
import { type ImportContext, languageOf } from '../rows/normaliser.ts';
import type { CheckedRow } from '../rows/row-validator.ts';

export function surveyResponseOf(row: CheckedRow, context: ImportContext): SurveyResponse {
  const place = context.places.of(row);
  const clock = context.clockOf(place);
  const respondedAt = clock.instantOf(row.respondedAt as string, 'respondedAt');
  const visitedAt = row.visitedAt === undefined ? null : clock.instantOf(row.visitedAt as string, 'visitedAt');
  const answers: SurveyResponse = {
    id: '',
    externalId: '',
    sourceId: context.sourceId,
    departmentId: place.departmentId,
    respondedAt,
    respondedOn: clock.dayOf(respondedAt),
    visitedAt,
    channel: CHANNELS.numberOf((row.channel as string | undefined) ?? 'unknown') ?? 0,
    language: languageOf(row.language),
    csat: (row.csat as number | undefined) ?? null,
    nps: (row.nps as number | undefined) ?? null,
    fft: row.fft === undefined ? null : (FFT_ANSWERS.numberOf(row.fft as string) ?? null),
    effort: (row.effort as number | undefined) ?? null,
    scores: scoresBySlot(row.scores as Record<string, number | null> | undefined, context),
    comment: context.masking.feedback(row.comment),
    visitPseudonym: context.pseudonym(row),
    arrivedOn: clock.today,
  };
  const { csat, nps, fft, effort, scores, comment } = answers;
  if (csat === null && nps === null && fft === null && effort === null && scores === null && comment === null) {
    refuse(
      null,
      'nothing-answered',
      'The row answers nothing: give at least one of csat, nps, fft, effort, scores or comment.',
    );
  }
  return context.name(answers, row, unmasked);
}

/** By this, in this order, a row without an id is known. */
const unmasked = (fact: SurveyResponse, { comment }: CheckedRow): readonly unknown[] => [
  ...[fact.departmentId, fact.respondedAt, fact.visitedAt, fact.channel, fact.language],
  ...[fact.csat, fact.nps, fact.fft, fact.effort, fact.scores, plainWords(comment), fact.visitPseudonym],
];

function scoresBySlot(
  scores: Record<string, number | null> | undefined,
  context: ImportContext,
): (number | null)[] | null {
  if (scores === undefined) return null;
  const bySlot: (number | null)[] = [];
  for (const touchpoint of Object.keys(scores)) {
    const score = scores[touchpoint] ?? null;
    const slot = context.slotOf(touchpoint, 'scores');
    // However a source leaves an answer out, the row says the same.
    if (score === null) continue;
    while (bySlot.length < slot) bySlot.push(null);
    bySlot[slot - 1] = score;
  }
  return bySlot.length === 0 ? null : bySlot;
}
