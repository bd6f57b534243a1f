import { describe, expect, it } from '@jest/globals';
import { METRICS } from '#metrics/catalogue.ts';
import { CHANNELS } from '#domain/channel.ts';
import { COMPLAINT_SUBJECTS, SEVERITIES } from '#domain/complaint.ts';
import { STAGES } from '#domain/complaint-stage.ts';
import { REVIEW_PLATFORMS } from '#domain/review.ts';
import { DEFAULT_TOUCHPOINTS } from '#domain/touchpoint.ts';
import { SURVEY_COLLECTIONS } from '#domain/survey-collection.ts';
import { WAIT_KINDS, WAIT_OUTCOMES } from '#domain/wait.ts';
import { en } from './en.ts';
import { lt } from './lt.ts';
import { th } from './th.ts';
import { ur } from './ur.ts';
import { vi } from './vi.ts';

const LOCALES = { en, vi, th, lt, ur };

/** Every message with its path. */
function messagesOf(tree: object, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? messagesOf(value, `${path}${key}.`)
      : [[`${path}${key}`, String(value)] as [string, string]],
  );
}

const named = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g))].sort();
const english = new Map(messagesOf(en));

describe.each(Object.entries(LOCALES))('the words in %s', (language, locale) => {
  const messages = messagesOf(locale);

  it('names whatever the English message names, nothing else', () => {
    const strays = messages.filter(([path, text]) => named(text).join() !== named(english.get(path) ?? '').join());
    expect(strays).toEqual([]);
  });

  it('has one form, or as many as the language has plurals', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories.length;
    const strays = messages.filter(([, text]) => ![1, forms].includes(text.split(' | ').length));
    expect(strays).toEqual([]);
  });

  it('leaves nothing empty', () => {
    expect(messages.filter(([, text]) => text.trim() === '')).toEqual([]);
  });
});

describe('the words', () => {
  it.each([
    ['metrics', METRICS.map(({ code }) => code)],
    ['touchpoints', DEFAULT_TOUCHPOINTS.map(({ code }) => code)],
    ['channels', CHANNELS.codes],
    ['wait-kinds', WAIT_KINDS.codes],
    ['outcomes', WAIT_OUTCOMES.codes],
    ['platforms', REVIEW_PLATFORMS.codes],
    ['subjects', COMPLAINT_SUBJECTS.codes],
    ['severities', SEVERITIES.codes],
    ['collections', SURVEY_COLLECTIONS.codes],
    ['stages', STAGES.codes],
  ] as const)('name every code of the %s', (kind, codes) => {
    expect(codes.filter((code) => !(code in en.words[kind]))).toEqual([]);
  });

  it('say what every metric means', () => {
    expect(METRICS.filter(({ code }) => !(code in en.meanings))).toEqual([]);
  });
});
