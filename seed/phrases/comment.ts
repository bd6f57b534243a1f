import type { Language } from '#domain/language.ts';
import type { Random } from '../chance/random.ts';
import type { Step } from '../network/journey.ts';
import type { Place } from '../network/site-profiles.ts';
import { BEDSIDE_ROUNDS, DOUBLE_BILLING, REGISTRATION, strengthOn } from '../network/stories.ts';
import type { Span } from '../time/span.ts';
import type { CommentPhrases } from './phrase-book.ts';
import { PHRASE_BOOKS } from './phrase-books.ts';
import { spokenMinutes, textOf } from './wording.ts';

/** What a patient looks back on when writing a comment. */
export interface Situation {
  language: Language;
  place: Place;
  day: number;
  span: Span;
  steps: Partial<Record<Step, number>>;
  csat: number | undefined;
}

/** How often a comment carries contact details that nobody should have typed there. */
const WITH_CONTACT = 0.0002;
const ABOUT_THE_STORY = 0.5;

/** Sentences about what changed lately, where it concerns this step and was lived through. */
function storyPhrases(step: Step, good: boolean, { place, day, span }: Situation, phrases: CommentPhrases) {
  if (step === 'check-in' && !good && place.site === REGISTRATION.site && strengthOn(day, REGISTRATION, span) > 0) {
    return phrases.stories.registration;
  }
  if (
    step === 'care' &&
    good &&
    place.department === BEDSIDE_ROUNDS.department &&
    strengthOn(day, BEDSIDE_ROUNDS, span) > 0
  ) {
    return phrases.stories.bedsideRounds;
  }
  if (
    step === 'billing' &&
    !good &&
    place.department === DOUBLE_BILLING.department &&
    strengthOn(day, DOUBLE_BILLING, span) > 0
  ) {
    return phrases.stories.doubleBilling;
  }
  return undefined;
}

function sentenceAbout(
  step: Step,
  score: number,
  situation: Situation,
  phrases: CommentPhrases,
  random: Random,
): string {
  const good = score >= 4;
  const story = storyPhrases(step, good, situation, phrases);
  if (story !== undefined && random.chance(ABOUT_THE_STORY)) return random.pick(story);
  return random.pick(good ? phrases.steps[step].good : phrases.steps[step].bad);
}

/**
 * The steps a patient writes about, first to last: the worst before any other. Who is content overall mostly passes
 * over what was merely middling.
 */
function stepsWorthMentioning({ steps, csat = 4 }: Situation, random: Random): [Step, number][] {
  const scored = (Object.entries(steps) as [Step, number][]).filter(
    ([, score]) => score !== 3 || csat <= 3 || random.chance(0.25),
  );
  const order = scored.map((entry) => ({ entry, weight: entry[1] <= 3 ? entry[1] - 4 : random.next() }));
  return order.sort((one, other) => one.weight - other.weight).map(({ entry }) => entry);
}

/** What is said of the visit as a whole. */
function generalPhrases(mood: number, { general }: CommentPhrases): readonly string[] {
  if (mood >= 4) return general.good;
  return mood === 3 ? general.middling : general.bad;
}

/** A comment in the patient's language that agrees with the scores given. */
export function writeComment(situation: Situation, random: Random): string {
  const phrases = PHRASE_BOOKS[situation.language].comments;
  const [first, second] = stepsWorthMentioning(situation, random);
  const mood = situation.csat ?? first?.[1] ?? 4;
  const mixed = first !== undefined && mood >= 4 !== first[1] >= 4;
  const sentences: string[] = [];
  if (first === undefined || mixed || random.chance(0.25))
    sentences.push(random.pick(generalPhrases(mixed ? 3 : mood, phrases)));
  if (first !== undefined && (sentences.length === 0 || random.chance(0.8))) {
    sentences.push(sentenceAbout(first[0], first[1], situation, phrases, random));
  }
  if (second !== undefined && random.chance(0.35)) {
    sentences.push(sentenceAbout(second[0], second[1], situation, phrases, random));
  }
  if (!mixed && mood !== 3 && random.chance(0.25))
    sentences.push(random.pick(phrases.closing[mood >= 4 ? 'good' : 'bad']));
  if (random.chance(WITH_CONTACT)) sentences.push(phrases.contact);
  return textOf(sentences, spokenMinutes(random));
}

/** The public cousin of a comment: an online review of a visit that was good or not. */
export function writeReview(language: Language, good: boolean, random: Random): string {
  const phrases = PHRASE_BOOKS[language].comments;
  const mood = good ? 'good' : 'bad';
  const step = random.pick(['check-in', 'scheduling', 'follow-up', 'billing'] as const);
  const sentences = [random.pick(phrases.steps.care[mood])];
  if (random.chance(0.5)) sentences.unshift(random.pick(phrases.general[mood]));
  if (random.chance(0.55)) sentences.push(random.pick(phrases.steps[step][mood]));
  if (random.chance(0.3)) sentences.push(random.pick(phrases.closing[mood]));
  return textOf(sentences, spokenMinutes(random));
}
