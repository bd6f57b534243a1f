import { addFftCounts, type CountedAnswers } from '#metrics/fft-counts.ts';
import { SURVEY_COUNT_CELL } from '../rollups/cell-table.ts';
import { columnsOf, commonColumns } from './fact-columns.ts';
import type { Fact, FactTable } from './fact-table.ts';

/** How many answered what at a place in a month, ready to be stored. Dates in days since 1970-01-01. */
export interface SurveyCount extends Fact {
  /** The first day of the month. */
  month: number;
  collection: number;
  veryGood: number;
  good: number;
  neither: number;
  poor: number;
  veryPoor: number;
  dontKnow: number;
  eligible: number | null;
}

interface Counted extends CountedAnswers {
  departmentId: string;
  month: number;
  collection: number;
}

const { int2, int4, date } = columnsOf<SurveyCount>();

export const SURVEY_COUNT: FactTable<SurveyCount, Counted> = {
  name: 'survey_count',
  cells: SURVEY_COUNT_CELL,
  columns: [
    ...commonColumns<SurveyCount>(),
    date('in_month', ({ month }) => month),
    int2('collection', ({ collection }) => collection),
    int4('very_good', ({ veryGood }) => veryGood),
    int4('good', ({ good }) => good),
    int4('neither', ({ neither }) => neither),
    int4('poor', ({ poor }) => poor),
    int4('very_poor', ({ veryPoor }) => veryPoor),
    int4('dont_know', ({ dontKnow }) => dontKnow),
    int4('eligible', ({ eligible }) => eligible),
  ],
  countedSql: `f.department_id as "departmentId", f.in_month - date '1970-01-01' as month, f.collection,
    array[f.very_good, f.good, f.neither, f.poor, f.very_poor, f.dont_know] as answers, f.eligible`,
  countedOf: ({ departmentId, month, collection, veryGood, good, neither, poor, veryPoor, dontKnow, eligible }) => ({
    departmentId,
    month,
    collection,
    answers: [veryGood, good, neither, poor, veryPoor, dontKnow],
    eligible,
  }),
  count: (deltas, counted, sign) =>
    addFftCounts(deltas.at(counted.month, counted.departmentId, [counted.collection]), counted, sign),
};
