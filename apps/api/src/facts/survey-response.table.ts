import { CSAT_SCALE, NPS_SCALE } from '#domain/scale.ts';
import { afterIndex, daysBetween, languageIndex } from '#metrics/freshness/source-counts.ts';
import { addSurveyResponse, type SurveyAnswers } from '#metrics/survey-counts.ts';
import type { Arrived } from '../rollups/arrival-deltas.ts';
import { SURVEY_RESPONSE_CELL } from '../rollups/cell-table.ts';
import { ARRIVED_SQL, arrivedColumn, type ArrivingFact, columnsOf, commonColumns } from './fact-columns.ts';
import type { FactTable } from './fact-table.ts';

/** One patient's answers, ready to be stored. Instants in ms, dates in days since 1970-01-01, codes as their numbers. */
export interface SurveyResponse extends ArrivingFact {
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

interface Counted extends SurveyAnswers, Arrived {
  /** Whole days from the visit to the answer; null where the visit is not known. */
  afterDays: number | null;
  channel: number;
  language: string;
}

/** One object for all rows: what is counted of a row is read before the next one comes. */
const counted: Counted = {
  ...{ sourceId: '', departmentId: '', arrivedOn: null, day: 0, channel: 0, language: '', csat: null, nps: null },
  ...{ fft: null, effort: null, scores: null, hasComment: false, afterDays: null },
};

const { uuid, int2, date, instant, text, smallints } = columnsOf<SurveyResponse>();

export const SURVEY_RESPONSE: FactTable<SurveyResponse, Counted> = {
  name: 'survey_response',
  cells: SURVEY_RESPONSE_CELL,
  columns: [
    ...commonColumns<SurveyResponse>(),
    instant('responded_at', ({ respondedAt }) => respondedAt),
    date('responded_on', ({ respondedOn }) => respondedOn),
    instant('visited_at', ({ visitedAt }) => visitedAt),
    int2('channel', ({ channel }) => channel),
    text('language', ({ language }) => language),
    int2('csat', ({ csat }) => csat),
    int2('nps', ({ nps }) => nps),
    int2('fft', ({ fft }) => fft),
    int2('effort', ({ effort }) => effort),
    smallints('scores', ({ scores }) => scores),
    text('comment', ({ comment }) => comment),
    uuid('visit_pseudonym', ({ visitPseudonym }) => visitPseudonym),
    arrivedColumn<SurveyResponse>(),
  ],
  countedSql: `f.department_id as "departmentId", f.responded_on - date '1970-01-01' as day, f.channel, f.language,
    f.csat, f.nps, f.fft, f.effort, f.scores, f.comment is not null as "hasComment", ${ARRIVED_SQL},
    floor(extract(epoch from f.responded_at - f.visited_at) / 86400)::int as "afterDays"`,
  countedOf: (row) => {
    counted.sourceId = row.sourceId;
    counted.departmentId = row.departmentId;
    counted.arrivedOn = row.arrivedOn;
    counted.day = row.respondedOn;
    counted.channel = row.channel;
    counted.language = row.language;
    counted.csat = row.csat;
    counted.nps = row.nps;
    counted.fft = row.fft;
    counted.effort = row.effort;
    counted.scores = row.scores;
    counted.hasComment = row.comment !== null;
    counted.afterDays = row.visitedAt === null ? null : daysBetween(row.visitedAt, row.respondedAt);
    return counted;
  },
  count: (deltas, counted, sign) => {
    const { day, departmentId, channel, language, csat, nps, hasComment, afterDays } = counted;
    addSurveyResponse(deltas.at(day, departmentId, [channel, language]), counted, sign);
    const aspects = [
      hasComment ? 1 : 0,
      csat === null ? null : csat - CSAT_SCALE.min,
      nps === null ? null : nps - NPS_SCALE.min,
      channel,
      languageIndex(language),
      afterIndex(afterDays),
    ];
    deltas.arrivals.add('survey-responses', counted, aspects, sign);
  },
};
