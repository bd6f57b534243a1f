import { CHANNELS } from '#domain/channel.ts';
import { LANGUAGES } from '#domain/language.ts';
import { REVIEW_PLATFORMS } from '#domain/review.ts';
import { CSAT_SCALE, NPS_SCALE, STARS_SCALE } from '#domain/scale.ts';
import { WAIT_KINDS, WAIT_OUTCOMES } from '#domain/wait.ts';

/** The kinds of rows whose arrival and make-up are counted by source. */
export const ARRIVAL_KINDS = ['survey-responses', 'waits', 'reviews'] as const;
export type ArrivalKind = (typeof ARRIVAL_KINDS)[number];

/** By what the answers of a source may be made up differently; `department` is a key of the counts, not a slot. */
export type MixAspect =
  'csat' | 'nps' | 'comment' | 'channel' | 'language' | 'stars' | 'platform' | 'wait-kind' | 'outcome' | 'department';

/** An aspect with its values, each a slot of the counts. */
export interface CountedAspect {
  aspect: MixAspect | 'after';
  values: readonly string[];
}

/** First whole day after the visit of each stretch of days in which answers are counted; the last has no end. */
export const AFTER_DAYS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 14, 21, 28, 42] as const;

const UNKNOWN = 'unknown';
const scaleOf = ({ min, max }: { min: number; max: number }): string[] =>
  Array.from({ length: max - min + 1 }, (_, index) => String(min + index));
const channel: CountedAspect = { aspect: 'channel', values: [UNKNOWN, ...CHANNELS.codes] };
const language: CountedAspect = { aspect: 'language', values: [...LANGUAGES, 'other'] };

/**
 * What is counted of the rows of a source in a week and a department, aspect after aspect; slot 0 counts the rows.
 * Append-only: the slots are stored.
 */
export const COUNTED_ASPECTS: Readonly<Record<ArrivalKind, readonly CountedAspect[]>> = {
  'survey-responses': [
    { aspect: 'comment', values: ['without', 'with'] },
    { aspect: 'csat', values: scaleOf(CSAT_SCALE) },
    { aspect: 'nps', values: scaleOf(NPS_SCALE) },
    channel,
    language,
    { aspect: 'after', values: AFTER_DAYS.map(String) },
  ],
  waits: [
    { aspect: 'wait-kind', values: [UNKNOWN, ...WAIT_KINDS.codes] },
    { aspect: 'outcome', values: [UNKNOWN, ...WAIT_OUTCOMES.codes] },
    channel,
  ],
  reviews: [
    { aspect: 'stars', values: scaleOf(STARS_SCALE) },
    { aspect: 'platform', values: [UNKNOWN, ...REVIEW_PLATFORMS.codes] },
    language,
  ],
};

const DAY_MS = 86_400_000;

/** Whole days from one instant to a later one. */
export const daysBetween = (from: number, to: number): number => Math.floor((to - from) / DAY_MS);

/** The stretch that an answer so many days after the visit is counted in; null before the visit or without one. */
export function afterIndex(days: number | null): number | null {
  return days === null || days < 0 ? null : AFTER_DAYS.findLastIndex((first) => first <= days);
}

const OTHER_LANGUAGE = LANGUAGES.length;

/** The place of a language among the values counted. */
export function languageIndex(language: string): number {
  const index = (LANGUAGES as readonly string[]).indexOf(language);
  return index < 0 ? OTHER_LANGUAGE : index;
}

/** Adds a row to the counts, or takes it out again: one index a counted aspect, null where nothing was answered. */
export function addToSource(
  counts: number[],
  kind: ArrivalKind,
  indexes: readonly (number | null)[],
  sign: 1 | -1,
): void {
  add(counts, 0, sign);
  let offset = 1;
  const aspects = COUNTED_ASPECTS[kind];
  for (let place = 0; place < aspects.length; place += 1) {
    const index = indexes[place] ?? null;
    const { length } = (aspects[place] as CountedAspect).values;
    if (index !== null && index >= 0 && index < length) add(counts, offset + index, sign);
    offset += length;
  }
}

function add(counts: number[], slot: number, sign: 1 | -1): void {
  while (counts.length <= slot) counts.push(0);
  counts[slot] = (counts[slot] ?? 0) + sign;
}

/** How often each value of each aspect was counted. */
export function aspectsOf(
  kind: ArrivalKind,
  counts: readonly number[],
): [CountedAspect['aspect'], Map<string, number>][] {
  let offset = 1;
  return COUNTED_ASPECTS[kind].map(({ aspect, values }) => {
    const begin = offset;
    offset += values.length;
    return [aspect, new Map(values.map((value, index) => [value, counts[begin + index] ?? 0]))];
  });
}
