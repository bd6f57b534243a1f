import { addSurveyResponse, type SurveyAnswers } from '#metrics/survey-counts.ts';
import { dateArray, int2Array, textArray, timestamptzArray, uuidArray } from '../database/binary-array.ts';
import { SURVEY_RESPONSE_CELL } from '../rollups/cell-table.ts';
import { commonColumns } from './fact-columns.ts';
import type { Fact, FactTable } from './fact-table.ts';

/** One patient's answers, ready to be stored. Instants in ms, dates in days since 1970-01-01, codes as their numbers. */
export interface SurveyResponse extends Fact {
  respondedAt: number;
  respondedOn: number;
  visitedAt: number | null;
  channel: number;
  language: string;
  csat: number | null;
  nps: number | null;
  fft: number | null;
  effort: number | null;
  /** By touchpoint slot; index 0 is slot 1. */
  scores: (number | null)[] | null;
  comment: string | null;
  visitPseudonym: string | null;
}

interface Counted extends SurveyAnswers {
  departmentId: string;
  day: number;
  channel: number;
  language: string;
}

function arrayLiteral(scores: (number | null)[] | null): string | null {
  if (scores === null) return null;
  let literal = '{';
  for (const score of scores) literal += literal === '{' ? (score ?? 'NULL') : `,${score ?? 'NULL'}`;
  return `${literal}}`;
}

export const SURVEY_RESPONSE: FactTable<SurveyResponse, Counted> = {
  name: 'survey_response',
  cells: SURVEY_RESPONSE_CELL,
  columns: [
    ...commonColumns<SurveyResponse>(),
    {
      name: 'responded_at',
      type: 'timestamptz',
      encode: (rows) => timestamptzArray(rows.map((row) => row.respondedAt)),
    },
    { name: 'responded_on', type: 'date', encode: (rows) => dateArray(rows.map((row) => row.respondedOn)) },
    { name: 'visited_at', type: 'timestamptz', encode: (rows) => timestamptzArray(rows.map((row) => row.visitedAt)) },
    { name: 'channel', type: 'int2', encode: (rows) => int2Array(rows.map((row) => row.channel)) },
    { name: 'language', type: 'text', encode: (rows) => textArray(rows.map((row) => row.language)) },
    { name: 'csat', type: 'int2', encode: (rows) => int2Array(rows.map((row) => row.csat)) },
    { name: 'nps', type: 'int2', encode: (rows) => int2Array(rows.map((row) => row.nps)) },
    { name: 'fft', type: 'int2', encode: (rows) => int2Array(rows.map((row) => row.fft)) },
    { name: 'effort', type: 'int2', encode: (rows) => int2Array(rows.map((row) => row.effort)) },
    {
      name: 'scores',
      type: 'text',
      cast: 'smallint[]',
      encode: (rows) => textArray(rows.map((row) => arrayLiteral(row.scores))),
    },
    { name: 'comment', type: 'text', encode: (rows) => textArray(rows.map((row) => row.comment)) },
    { name: 'visit_pseudonym', type: 'uuid', encode: (rows) => uuidArray(rows.map((row) => row.visitPseudonym)) },
  ],
  countedSql: `f.department_id as "departmentId", f.responded_on - date '1970-01-01' as day, f.channel, f.language,
    f.csat, f.nps, f.fft, f.effort, f.scores, f.comment is not null as "hasComment"`,
  countedOf: ({ departmentId, respondedOn, channel, language, csat, nps, fft, effort, scores, comment }) => ({
    departmentId,
    day: respondedOn,
    channel,
    language,
    csat,
    nps,
    fft,
    effort,
    scores,
    hasComment: comment !== null,
  }),
  count: (deltas, counted, sign) =>
    addSurveyResponse(deltas.at(counted.day, counted.departmentId, [counted.channel, counted.language]), counted, sign),
};
