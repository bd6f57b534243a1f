import type { SurveyResponseRow } from '#contracts/ingest/survey-response-row.ts';
import { mondayOf } from '#domain/calendar-date.ts';
import type { Channel } from '#domain/channel.ts';
import { Random } from '../chance/random.ts';
import { DEPARTMENT_PROFILES } from '../network/department-profiles.ts';
import { PLACES, SITE_PROFILES, type Place } from '../network/site-profiles.ts';
import { FEW_REPLIES } from '../network/stories.ts';
import type { Feed, SeedRun, TimedRow } from '../sending/feed.ts';
import { writtenDate } from '../time/local-clock.ts';
import { surveyReply } from './survey-reply.ts';
import { replyVolume } from './reply-time.ts';

/** The two systems patients answer in, each with its channels. */
const SURVEY_SOURCES = {
  'survey-tool': ['sms', 'app', 'email', 'web'],
  'feedback-kiosks': ['kiosk', 'paper'],
} as const satisfies Record<string, readonly Channel[]>;

type SurveySource = keyof typeof SURVEY_SOURCES;

/** A site's survey channels, as far as one source carries them. */
function channelsOf(place: Place, source: SurveySource): Partial<Record<Channel, number>> {
  const surveys = SITE_PROFILES[place.site].surveys;
  return Object.fromEntries(SURVEY_SOURCES[source].map((channel) => [channel, surveys[channel] ?? 0]));
}

function sum(weights: Partial<Record<Channel, number>>): number {
  return Object.values(weights).reduce((total, weight) => total + weight, 0);
}

/** Replies on a day of the department that hardly gets any: a handful on days drawn for the week as a whole. */
function fewReplies(source: SurveySource, day: number): number {
  if (source !== 'survey-tool') return 0;
  const monday = mondayOf(day);
  const week = new Random('few-replies', monday);
  const { from, to } = FEW_REPLIES.repliesPerWeek;
  const days = Array.from({ length: week.between(from, to) }, () => monday + week.between(0, 6));
  return days.filter((replyDay) => replyDay === day).length;
}

function replyCount(place: Place, source: SurveySource, day: number, random: Random): number {
  if (place.department === FEW_REPLIES.department) return fewReplies(source, day);
  const share = sum(channelsOf(place, source)) / sum(SITE_PROFILES[place.site].surveys);
  const daily = DEPARTMENT_PROFILES[place.department].replies / 7;
  return random.count(daily * share * replyVolume(place, source === 'survey-tool' ? 'later' : 'kiosk', day));
}

function repliesOf(place: Place, source: SurveySource, day: number, run: SeedRun): TimedRow<SurveyResponseRow>[] {
  const random = new Random('survey', source, place.department, day);
  const channels = channelsOf(place, source);
  const rows: TimedRow<SurveyResponseRow>[] = [];
  const count = replyCount(place, source, day, random);
  for (let number = 1; number <= count; number += 1) {
    const externalId = `${place.department}-${writtenDate(day)}-${number}`;
    if (!random.chance(run.scale)) continue;
    const own = new Random('reply', source, externalId);
    rows.push(surveyReply(place, own.weighted(channels), day, externalId, own, run));
  }
  return rows;
}

export const SURVEY_FEEDS: readonly Feed<SurveyResponseRow>[] = (Object.keys(SURVEY_SOURCES) as SurveySource[]).map(
  (source) => ({
    kind: 'survey-responses',
    source,
    rowsPerWeek: source === 'survey-tool' ? 1150 : 300,
    rowsOf: (day, run) => PLACES.flatMap((place) => repliesOf(place, source, day, run)),
  }),
);
