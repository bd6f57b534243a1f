import type { SurveyResponseRow } from '#contracts/ingest/survey-response-row.ts';
import type { Channel } from '#domain/channel.ts';
import { DEFAULT_TOUCHPOINTS } from '#domain/touchpoint.ts';
import type { Random } from '../chance/random.ts';
import { DEPARTMENT_PROFILES } from '../network/department-profiles.ts';
import { STEPS, type Step } from '../network/journey.ts';
import { SITE_PROFILES, type Place } from '../network/site-profiles.ts';
import { visitId } from '../network/visit.ts';
import { writeComment } from '../phrases/comment.ts';
import type { SeedRun, TimedRow } from '../sending/feed.ts';
import { instantOf } from '../time/local-clock.ts';
import { overallAnswers, scoreOf, stepOpinion } from './answers.ts';
import { leanOfStep, leanOverall } from './opinion.ts';
import { replyTime } from './reply-time.ts';

/** Share of surveys sent in their long form, which asks for a finer point of about half of the steps. */
const LONG_FORM = 0.3;
/** The unhappy write more: share of replies with a comment by CSAT 1 … 5, and where it was left blank. */
const WITH_COMMENT = [0.42, 0.36, 0.24, 0.15, 0.15];
const WITH_COMMENT_UNSCORED = 0.2;

/** Codes of the finer points of a step, in journey order. */
const FINER_POINTS = new Map<Step, readonly string[]>(
  STEPS.map((step) => [step, DEFAULT_TOUCHPOINTS.filter(({ parent }) => parent === step).map(({ code }) => code)]),
);

/** Scores of the steps a patient was asked about and, on the long form, of some finer points. */
function stepScores(place: Place, visitDay: number, experience: number, random: Random, run: SeedRun) {
  const steps: Partial<Record<Step, number>> = {};
  const finer: Record<string, number> = {};
  const longForm = random.chance(LONG_FORM);
  for (const [step, share] of Object.entries(DEPARTMENT_PROFILES[place.department].asked) as [Step, number][]) {
    if (!random.chance(share)) continue;
    const opinion = stepOpinion(experience, leanOfStep(place, step, visitDay, run.span), random);
    steps[step] = scoreOf(opinion);
    if (longForm && random.chance(0.5)) {
      finer[random.pick(FINER_POINTS.get(step) ?? [])] = scoreOf(opinion + 0.5 * random.normal());
    }
  }
  return { steps, scores: { ...steps, ...finer } };
}

/** One patient's reply on a day: answers that hang together, and now and then some words. */
export function surveyReply(
  place: Place,
  channel: Channel,
  day: number,
  externalId: string,
  random: Random,
  run: SeedRun,
): TimedRow<SurveyResponseRow> {
  const { respondedMs, visitedMs, visitDay } = replyTime(place, channel, day, random);
  const language = random.weighted(SITE_PROFILES[place.site].languages);
  const experience = random.normal();
  const overall = overallAnswers(experience, leanOverall(place, visitDay, run.span), random);
  const { steps, scores } = stepScores(place, visitDay, experience, random, run);
  const writes = random.chance(
    overall.csat === undefined ? WITH_COMMENT_UNSCORED : (WITH_COMMENT[overall.csat - 1] ?? 0),
  );
  const situation = { language, place, day: visitDay, span: run.span, steps, csat: overall.csat };
  const row: SurveyResponseRow = {
    externalId,
    department: place.department,
    respondedAt: instantOf(respondedMs),
    visitedAt: instantOf(visitedMs),
    channel,
    language,
    ...overall,
    scores: Object.keys(scores).length > 0 ? scores : undefined,
    comment: writes ? writeComment(situation, random) : undefined,
    visit: visitId(place, visitDay, random),
  };
  return { ms: respondedMs, row };
}
