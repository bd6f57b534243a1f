import { dateOf } from '#domain/calendar-date.ts';
import { firstDayOfMonth, monthNumberOf, monthOfDay } from '#domain/calendar-month.ts';
import { SURVEY_COLLECTIONS } from '#domain/survey-collection.ts';
import type { SurveyCount } from '../../facts/survey-count.table.ts';
import { refuse } from '../rows/candidate.ts';
import type { ImportContext } from '../rows/normaliser.ts';
import type { CheckedRow } from '../rows/row-validator.ts';
import type { SiteClock } from '../rows/site-clock.ts';

const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])(?:-01)?$/;

export function surveyCountOf(row: CheckedRow, context: ImportContext): SurveyCount & { endedAt: number } {
  const place = context.places.of(row);
  const month = monthOf((row.month as string).trim(), context.clockOf(place));
  const said = row as Record<'veryGood' | 'good' | 'neither' | 'poor' | 'veryPoor' | 'dontKnow', number>;
  const count = {
    departmentId: place.departmentId,
    month,
    collection: SURVEY_COLLECTIONS.numberOf((row.collection as string | undefined) ?? 'other') ?? 0,
    veryGood: said.veryGood,
    good: said.good,
    neither: said.neither,
    poor: said.poor,
    veryPoor: said.veryPoor,
    dontKnow: said.dontKnow,
    eligible: (row.eligible as number | undefined) ?? null,
  };
  const sum = said.veryGood + said.good + said.neither + said.poor + said.veryPoor + said.dontKnow;
  if (row.responses !== undefined && row.responses !== sum) {
    refuse(
      'responses',
      'sum-differs',
      'The total is not the sum of the six answers: a count may be missing or stand in the wrong column.',
    );
  }
  // Freshness tells of the last day that was counted.
  const endedAt = (firstDayOfMonth(monthOfDay(month) + 1) - 1) * DAY_MS;
  // A row without an id is known by its place and month, so that a corrected file puts right what the first one said.
  const known = [count.departmentId, month, count.collection];
  const fact = { id: '', externalId: '', sourceId: context.sourceId, ...count, endedAt };
  return context.name(fact, row, () => known);
}

const DAY_MS = 86_400_000;

/** The first day of the month, which must have begun at the site. */
function monthOf(text: string, clock: SiteClock): number {
  if (!MONTH.test(text)) refuse('month', 'not-a-month', 'month must be a month like 2026-10.');
  const day = firstDayOfMonth(monthNumberOf(text));
  clock.instantOf(dateOf(day), 'month');
  return day;
}
