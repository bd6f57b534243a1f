import type { OrganisationDto } from '#contracts/organisation.dto.ts';
import { type Change, keyOfGroup } from './change.ts';

/** What a change is about, for the sentence that tells it. */
export type Topic = 'experience' | 'wait' | 'left' | 'complaint' | 'loop' | 'review' | 'volume';

const TOPICS: Record<string, Topic> = {
  responses: 'volume',
  waits: 'volume',
  reviews: 'volume',
  'wait-median': 'wait',
  'wait-p90': 'wait',
  'wait-p95': 'wait',
  'wait-within-target': 'wait',
  'wait-within-promise': 'wait',
  'left-without-being-seen': 'left',
  'complaints-opened': 'complaint',
  'complaints-open': 'complaint',
  'complaints-closed': 'complaint',
  'complaints-acknowledged-in-time': 'loop',
  'complaints-answered-in-time': 'loop',
  'review-rating': 'review',
  'review-positive': 'review',
  'review-replied': 'review',
};

export function topicOf(metric: string): Topic {
  return TOPICS[metric] ?? 'experience';
}

/** Which way a change went, as its sentence says it: better or worse, or more or less where neither is better. */
export function wordOf({ tone, rose }: Change): 'better' | 'worse' | 'more' | 'less' {
  if (tone === 'improvement') return 'better';
  if (tone === 'concern') return 'worse';
  return rose ? 'more' : 'less';
}

/**
 * The changes worth a line, clearest first: each group and topic once, what the signal rule marked before what only a
 * comparison found, and no part of a whole that changed the same way: no department of such a site, no touchpoint at one
 * site when it changed everywhere.
 */
export function worthTelling(changes: readonly Change[], organisation: OrganisationDto | undefined): Change[] {
  const ordered = [...changes].sort((one, other) => other.strength - one.strength);
  const told = new Map<string, Change>();
  for (const change of ordered) {
    const key = `${topicOf(change.metric)} ${keyOfGroup(change.by)}`;
    if (!told.has(key)) told.set(key, change);
  }
  const kept = [...told.values()];
  return kept.filter((change) => !kept.some((wider) => tellsMore(wider, change, organisation)));
}

function tellsMore(wider: Change, change: Change, organisation: OrganisationDto | undefined): boolean {
  if (wider === change || topicOf(wider.metric) !== topicOf(change.metric) || wider.tone !== change.tone) return false;
  const { department } = change.by;
  const site = organisation?.departments.find(({ code }) => code === department)?.site;
  const held: Record<string, string> = { ...(site === undefined ? {} : { site }), ...change.by };
  const whole = Object.entries(wider.by).every(([dimension, code]) => held[dimension] === code);
  return whole && keyOfGroup(wider.by) !== keyOfGroup(change.by);
}

/** The words a title is put together from, in the language spoken. */
export interface FindingWords {
  /** A message by key, with what it names. */
  say(key: string, named?: Record<string, string | number>): string;
  /** `a, b and c` */
  list(parts: string[]): string;
  /** The group of a change by name: `Riverside`, `Ward 4B`, `Riverside, Billing`. */
  place(by: Record<string, string>): string;
}

const COUNTED_IN_WORDS = 5;
const TOLD_IN_TITLE = 3;

/**
 * The title of a page: how many things changed and what they are, or that nothing detectably did; of no group with an
 * answer nothing can be said at all.
 */
export function titleOf(changes: readonly Change[], watched: number, when: string, words: FindingWords): string {
  if (watched === 0) return words.say('finding.silent', { when });
  if (changes.length === 0) return words.say('finding.none', { when });
  const shown = changes.length > TOLD_IN_TITLE ? changes.slice(0, TOLD_IN_TITLE - 1) : changes;
  const parts = shown.map((change) => phraseOf(change, words));
  const rest = changes.length - shown.length;
  const list = words.list(rest > 0 ? [...parts, words.say('finding.others', { n: rest })] : parts);
  const count = changes.length <= COUNTED_IN_WORDS ? String(changes.length) : 'many';
  return words.say(`finding.counted.${count}`, { n: changes.length, when, list });
}

/** A change as part of a sentence: `waits at Riverside got longer`, `Check-in at Riverside got worse`. */
export function phraseOf(change: Change, words: FindingWords): string {
  const topic = topicOf(change.metric);
  const { touchpoint, ...place } = change.by;
  if (topic !== 'experience' || touchpoint === undefined || Object.keys(place).length === 0) {
    return words.say(`finding.phrases.${topic}.${wordOf(change)}`, { place: words.place(change.by) });
  }
  const named = { what: words.place({ touchpoint }), place: words.place(place) };
  return words.say(`finding.phrases.experienceAt.${wordOf(change)}`, named);
}
