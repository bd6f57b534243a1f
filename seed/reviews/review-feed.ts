import type { ReviewRow } from '#contracts/ingest/review-row.ts';
import type { ReviewPlatform } from '#domain/review.ts';
import { Random } from '../chance/random.ts';
import { DEPARTMENT_PROFILES } from '../network/department-profiles.ts';
import { NETWORK, type DepartmentCode, type SiteCode } from '../network/network.ts';
import { busynessOf, minuteOfDay } from '../network/rhythm.ts';
import { PLACES, SITE_PROFILES } from '../network/site-profiles.ts';
import { writeReview } from '../phrases/comment.ts';
import { PHRASE_BOOKS } from '../phrases/phrase-books.ts';
import type { Feed, SeedRun, TimedRow } from '../sending/feed.ts';
import { LocalClock, instantOf, writtenDate } from '../time/local-clock.ts';

/** The source each platform's reviews are fetched from. */
const REVIEW_SOURCES: Partial<Record<ReviewPlatform, string>> = {
  google: 'google-business',
  facebook: 'facebook',
  zalo: 'zalo',
  trustpilot: 'trustpilot',
  website: 'website-reviews',
};

const STARS = { 5: 57, 4: 18, 3: 8, 2: 6, 1: 11 };
const RECOMMENDS = 0.84;
const WITH_TEXT = 0.78;
const NAMES_DEPARTMENT = 0.4;
const MEDIAN_REPLY_HOURS = 44;
const HOUR_MS = 3_600_000;

/** Clocks of the sites, for what concerns a site as a whole. */
const CLOCKS = new Map<SiteCode, LocalClock>(
  NETWORK.sites.map(({ code, timeZone }) => [code, new LocalClock(timeZone)]),
);

/** The department a reviewer names: the busier it is, the oftener. */
function departmentNamed(site: SiteCode, random: Random): DepartmentCode {
  const places = PLACES.filter((place) => place.site === site);
  return random.weighted<DepartmentCode>(
    Object.fromEntries(places.map(({ department }) => [department, DEPARTMENT_PROFILES[department].replies])),
  );
}

/** Stars or, on Facebook, a recommendation; never one turned into the other. */
function verdict(platform: ReviewPlatform, random: Random): { good: boolean; stars?: number; recommends?: boolean } {
  if (platform === 'facebook') {
    const recommends = random.chance(RECOMMENDS);
    return { good: recommends, recommends };
  }
  const stars = Number(random.weighted(STARS));
  return { good: stars >= 4, stars };
}

/** The hospital's public reply, oftener to unhappy reviewers; none yet if it would come after the end. */
function replyTo(
  row: ReviewRow,
  good: boolean,
  ms: number,
  language: keyof typeof PHRASE_BOOKS,
  random: Random,
  run: SeedRun,
) {
  const repliedMs = ms + random.skewed(MEDIAN_REPLY_HOURS, 0.8) * HOUR_MS;
  const phrases = PHRASE_BOOKS[language].replies;
  const reply = random.pick(good ? phrases.thanks : phrases.sorry);
  const replies = random.chance(row.text === undefined ? 0.25 : good ? 0.62 : 0.82);
  return replies && repliedMs < run.span.endMs ? { reply, repliedAt: instantOf(repliedMs) } : {};
}

function oneReview(
  platform: ReviewPlatform,
  site: SiteCode,
  day: number,
  externalId: string,
  random: Random,
  run: SeedRun,
) {
  const ms = (CLOCKS.get(site) as LocalClock).at(day, minuteOfDay('leisure', random));
  const language = random.weighted(SITE_PROFILES[site].languages);
  const { good, ...stars } = verdict(platform, random);
  const text = writeReview(language, good, random);
  const row: ReviewRow = {
    externalId,
    site,
    department: random.chance(NAMES_DEPARTMENT) ? departmentNamed(site, random) : undefined,
    reviewedAt: instantOf(ms),
    platform,
    ...stars,
    language,
    text: random.chance(WITH_TEXT) ? text : undefined,
  };
  return { ms, row: { ...row, ...replyTo(row, good, ms, language, random, run) } };
}

function reviewsOf(platform: ReviewPlatform, site: SiteCode, day: number, run: SeedRun): TimedRow<ReviewRow>[] {
  const perWeek = SITE_PROFILES[site].reviews[platform] ?? 0;
  const random = new Random('reviews', platform, site, day);
  const count = random.count((perWeek / 7) * busynessOf('leisure', site, day));
  const rows: TimedRow<ReviewRow>[] = [];
  for (let number = 1; number <= count; number += 1) {
    const externalId = `${site}-${writtenDate(day)}-${number}`;
    if (random.chance(run.scale))
      rows.push(oneReview(platform, site, day, externalId, new Random('review', platform, externalId), run));
  }
  return rows;
}

export const REVIEW_FEEDS: readonly Feed<ReviewRow>[] = (
  Object.entries(REVIEW_SOURCES) as [ReviewPlatform, string][]
).map(([platform, source]) => ({
  kind: 'reviews',
  source,
  rowsPerWeek: NETWORK.sites.reduce((sum, { code }) => sum + (SITE_PROFILES[code].reviews[platform] ?? 0), 0),
  rowsOf: (day, run) => NETWORK.sites.flatMap(({ code }) => reviewsOf(platform, code, day, run)),
}));
