import { CHANNELS } from '#domain/channel.ts';
import { COMPLAINT_SUBJECTS, SEVERITIES } from '#domain/complaint.ts';
import { STAGES } from '#domain/complaint-stage.ts';
import { REVIEW_PLATFORMS } from '#domain/review.ts';
import { FFT_ANSWERS } from '#domain/scale.ts';
import { WAIT_KINDS, WAIT_OUTCOMES } from '#domain/wait.ts';
import type { OwnKind } from './held-tables.ts';

/** A row's columns, aliased to the fields they are sent in by. */
export type SaidRow = Record<string, unknown>;

interface Said {
  /** The column of the instant it happened at. */
  at: string;
  columns: string;
  /** What the row says, with codes for numbers; what it does not know is null. */
  say(row: SaidRow, touchpoints: ReadonlyMap<number, string>): Record<string, unknown>;
}

/** Every field that is kept of a kind of row; none is left out of an export. */
export const SAID: Readonly<Record<OwnKind, Said>> = {
  'survey-responses': {
    at: 'responded_at',
    columns: 'f.visited_at, f.channel, f.language, f.csat, f.nps, f.fft, f.effort, f.scores, f.comment',
    say: ({ visited_at, channel, language, csat, nps, fft, effort, scores, comment }, touchpoints) => ({
      visitedAt: instant(visited_at),
      channel: CHANNELS.codeOf(channel as number),
      language,
      ...{ csat, nps, effort },
      fft: fft === null ? null : FFT_ANSWERS.codeOf(fft as number),
      scores: scoresByCode(scores as (number | null)[] | null, touchpoints),
      comment,
    }),
  },
  waits: {
    at: 'started_at',
    columns: 'f.kind, f.ended_at, f.outcome, f.wait_minutes, f.promised_minutes, f.channel',
    say: ({ kind, ended_at, outcome, wait_minutes, promised_minutes, channel }) => ({
      kind: WAIT_KINDS.codeOf(kind as number),
      endedAt: instant(ended_at),
      outcome: WAIT_OUTCOMES.codeOf(outcome as number),
      waitMinutes: wait_minutes,
      promisedMinutes: promised_minutes,
      channel: CHANNELS.codeOf(channel as number),
    }),
  },
  complaints: {
    at: 'received_at',
    columns: `f.number, f.channel, f.language, f.title, f.narrative, f.subjects, f.severity, f.touchpoint, f.stage,
  f.acknowledge_due_on::text, f.answer_due_on::text, f.acknowledged_on::text, f.closed_on::text`,
    say: ({ number, title, narrative, language, ...row }, touchpoints) => ({
      number,
      channel: CHANNELS.codeOf(row.channel as number),
      language,
      title,
      subjects: (row.subjects as number[]).map((subject) => COMPLAINT_SUBJECTS.codeOf(subject)),
      severity: SEVERITIES.codeOf(row.severity as number),
      touchpoint: touchpoints.get(row.touchpoint as number) ?? null,
      stage: STAGES.codeOf(row.stage as number),
      acknowledgeDueOn: row.acknowledge_due_on,
      answerDueOn: row.answer_due_on,
      acknowledgedOn: row.acknowledged_on,
      closedOn: row.closed_on,
      narrative,
    }),
  },
  reviews: {
    at: 'reviewed_at',
    columns: 'f.platform, f.stars, f.recommends, f.language, f.text, f.reply, f.replied_at',
    say: ({ platform, stars, recommends, language, text, reply, replied_at }) => ({
      platform: REVIEW_PLATFORMS.codeOf(platform as number),
      ...{ stars, recommends, language, text, reply },
      repliedAt: instant(replied_at),
    }),
  },
};

const instant = (value: unknown): string | null => (value instanceof Date ? value.toISOString() : null);

function scoresByCode(scores: (number | null)[] | null, touchpoints: ReadonlyMap<number, string>) {
  if (scores === null) return null;
  const given = scores.flatMap((score, index) =>
    score === null ? [] : [[touchpoints.get(index + 1) ?? `touchpoint ${index + 1}`, score] as const],
  );
  return Object.fromEntries(given);
}
