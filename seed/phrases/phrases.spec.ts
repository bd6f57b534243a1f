import { describe, expect, it } from '@jest/globals';
import { LANGUAGES } from '#domain/language.ts';
import { Random } from '../chance/random.ts';
import { DOUBLE_BILLING_RESOLUTIONS, RESOLUTIONS } from '../complaints/case-notes.ts';
import { PLACES } from '../network/site-profiles.ts';
import { writeComment } from './comment.ts';
import { PHRASE_BOOKS } from './phrase-books.ts';
import { textOf } from './wording.ts';

/** Every string in a table of phrases. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

const SCRIPTS: Record<string, RegExp> = { th: /\p{Script=Thai}/u, ur: /\p{Script=Arabic}/u };
const SIGNS_OF: Record<string, RegExp> = { vi: /[ăâđêôơưạảấầẩậắằặẻẽếềểệỉịọỏốồổộớờởợụủứừửữựỳỷ]/iu, lt: /[ąčęėįšųūž]/iu };

describe.each(LANGUAGES)('phrases in %s', (language) => {
  const book = PHRASE_BOOKS[language];

  it('are many, and no two of a table are the same', () => {
    const comments = stringsIn(book.comments);
    expect(comments.length).toBeGreaterThanOrEqual(80);
    expect(new Set(comments).size).toBe(comments.length);
    expect(stringsIn(book.complaints).length).toBeGreaterThanOrEqual(60);
  });

  it('are written in the script of the language, whole and trimmed, with no other blank than the minutes', () => {
    const phrases = stringsIn(book);
    for (const phrase of phrases) {
      expect(phrase).toBe(phrase.trim());
      expect(phrase.replace('{minutes}', '40')).not.toMatch(/[{}]|undefined| {2}/);
      const script = SCRIPTS[language];
      if (script !== undefined) expect(phrase).toMatch(script);
    }
    const signs = SIGNS_OF[language];
    if (signs !== undefined) {
      expect(phrases.filter((phrase) => signs.test(phrase)).length / phrases.length).toBeGreaterThan(0.9);
    }
  });

  it('have a resolution for each case of each subject', () => {
    for (const [subject, cases] of Object.entries(book.complaints.subjects)) {
      expect([subject, RESOLUTIONS[subject as keyof typeof RESOLUTIONS].length]).toEqual([subject, cases.length]);
    }
    expect(DOUBLE_BILLING_RESOLUTIONS).toHaveLength(book.complaints.doubleBilling.length);
  });
});

describe('a comment', () => {
  const place = PLACES.find(({ department }) => department === 'ward-4b');
  const span = { firstDay: 0, lastDay: 20_000, lastMonday: 19_999, endMs: 0 };
  const write = (care: number, csat: number, day: number, key: number): string => {
    if (place === undefined) throw new Error('no ward');
    return writeComment({ language: 'en', place, day, span, steps: { care }, csat }, new Random('comment', key));
  };
  const { steps, stories } = PHRASE_BOOKS.en.comments;
  const holdsOneOf = (text: string, phrases: readonly string[]): boolean =>
    phrases.some((phrase) => text.includes(phrase.split('{minutes}')[0] || phrase.split('{minutes}')[1] || phrase));

  it('agrees with the scores', () => {
    for (let key = 0; key < 200; key += 1) {
      expect(holdsOneOf(write(5, 5, 100, key), steps.care.bad)).toBe(false);
      expect(holdsOneOf(write(1, 1, 100, key), steps.care.good)).toBe(false);
    }
  });

  it('speaks of the bedside rounds only since there are any', () => {
    const speaks = (day: number): number =>
      Array.from({ length: 200 }, (_, key) => write(5, 5, day, key)).filter((text) =>
        holdsOneOf(text, stories.bedsideRounds),
      ).length;
    expect(speaks(19_000)).toBe(0);
    expect(speaks(19_990)).toBeGreaterThan(50);
  });

  it('fills in the minutes wherever they stand', () => {
    expect(textOf(['{minutes} minutes.', 'Yes, {minutes}!'], 40)).toBe('40 minutes. Yes, 40!');
  });
});
