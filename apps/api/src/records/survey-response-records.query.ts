import { CHANNELS } from '#domain/channel.ts';
import { FFT_ANSWERS } from '#domain/scale.ts';
import type { CountFamily } from '#metrics/metric.ts';
import { dateCondition, dimensionConditions } from './dimension-conditions.ts';
import type { FactList, FactRow } from './fact-list.ts';

interface Row extends FactRow {
  channel: number;
  language: string;
  words: string | null;
  csat: number | null;
  nps: number | null;
  fft: number | null;
  effort: number | null;
  scores: (number | null)[] | null;
}

/** What a response must hold to count in the metrics of a family. */
const COUNTED: Partial<Record<CountFamily, string>> = {
  csat: 'f.csat is not null',
  nps: 'f.nps is not null',
  fft: 'f.fft is not null',
  effort: 'f.effort is not null',
};

/** Survey responses that answered what the metric asks. */
export const SURVEY_RESPONSE_RECORDS: FactList<Row> = {
  from: 'survey_response f',
  at: 'f.responded_at',
  id: 'f.id',
  columns: 'f.channel, f.language, f.comment as words, f.csat, f.nps, f.fft, f.effort, f.scores',
  inSpan: () => true,
  conditions(mark, statement) {
    const { metric, filter, withWords } = mark;
    const answered =
      filter.touchpoints === null
        ? COUNTED[metric.family]
        : `exists (select from unnest(${statement.value([...filter.touchpoints], 'smallint[]')}) as t (slot) where f.scores[t.slot] is not null)`;
    return [
      dateCondition('f.responded_on', mark, statement),
      ...dimensionConditions(mark, statement),
      ...(answered === undefined ? [] : [answered]),
      ...(withWords ? ["f.comment <> ''"] : []),
    ];
  },
  describe({ channel, language, words, csat, nps, fft, effort, scores }, { touchpoints }) {
    const byCode = touchpoints.flatMap(({ slot, code }) => {
      const score = scores?.[slot - 1] ?? null;
      return score === null ? [] : [[code, score] as const];
    });
    return {
      channel: CHANNELS.codeOf(channel),
      language,
      words: words || null,
      csat,
      nps,
      fft: fft === null ? null : FFT_ANSWERS.codeOf(fft),
      effort,
      scores: scores === null ? null : Object.fromEntries(byCode),
    };
  },
};
