import { FFT_ANSWERS } from '#domain/scale.ts';
import { SURVEY_COLLECTIONS } from '#domain/survey-collection.ts';
import { wholeMonths } from '../metrics/answer/whole-months.ts';
import { dimensionConditions } from './dimension-conditions.ts';
import type { FactList, FactRow } from './fact-list.ts';

interface Row extends FactRow {
  collection: number;
  answers: number[];
  eligible: number | null;
}

/** Monthly counts that the metric adds up: those of the months that lie whole in the span. */
export const SURVEY_COUNT_RECORDS: FactList<Row> = {
  from: 'survey_count f',
  at: `(f.in_month::timestamp at time zone 'UTC')`,
  id: 'f.id',
  columns:
    'f.collection, array[f.very_good, f.good, f.neither, f.poor, f.very_poor, f.dont_know] as answers, f.eligible',
  inSpan: () => false,
  conditions(mark, statement) {
    const { from, to } = wholeMonths(mark);
    return [
      `f.in_month >= ${statement.value(from, 'date')} and f.in_month < ${statement.value(to, 'date')}`,
      ...dimensionConditions(mark, statement),
      ...(mark.metric.code === 'fft-response-rate'
        ? ['f.eligible >= f.very_good + f.good + f.neither + f.poor + f.very_poor + f.dont_know']
        : []),
      // Counts come without words.
      ...(mark.withWords ? ['false'] : []),
    ];
  },
  describe: ({ collection, answers, eligible }) => ({
    collection: SURVEY_COLLECTIONS.codeOf(collection),
    answers: Object.fromEntries(FFT_ANSWERS.codes.map((code, index) => [code, answers[index] ?? 0])),
    eligible,
  }),
};
