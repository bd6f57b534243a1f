import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { DETECTORS, type Detector } from '#domain/masking.ts';
import { type Evaluated, evaluated } from './fixtures/evaluated.ts';
import { LANGUAGES, sentencesOf } from './fixtures/labelled-sentences.ts';

const GUIDE = join(import.meta.dirname, '../../../../../docs/masking.md');
const [BEGIN, END] = ['<!-- measured: begin -->', '<!-- measured: end -->'];

const recall = ({ found, labelled }: Evaluated): number => (labelled === 0 ? 1 : found / labelled);
const precision = ({ finds, mistaken }: Evaluated): number => (finds === 0 ? 1 : 1 - mistaken / finds);

describe.each(LANGUAGES)('what is found in %s', (language) => {
  const seen = evaluated(language, 'seen');
  const unseen = evaluated(language, 'unseen');

  it('is tried on sentences with and without anything in them', () => {
    const sentences = [...sentencesOf(language, 'seen'), ...sentencesOf(language, 'unseen')];
    expect(sentences.length).toBeGreaterThanOrEqual(70);
    expect(sentences.filter(({ labels }) => labels.length === 0).length).toBeGreaterThanOrEqual(18);
    for (const detector of DETECTORS) expect([detector, seen[detector].labelled > 1]).toEqual([detector, true]);
  });

  it.each(DETECTORS.filter((detector) => detector !== 'name'))('is every %s, and nothing else', (detector) => {
    expect([recall(seen[detector]), precision(seen[detector])]).toEqual([1, 1]);
    expect([recall(unseen[detector]), precision(unseen[detector])]).toEqual([1, 1]);
  });

  it('is most names, and hardly anything that is none', () => {
    expect(recall(seen.name)).toBeGreaterThanOrEqual(0.9);
    expect(precision(seen.name)).toBeGreaterThanOrEqual(0.94);
    expect(recall(unseen.name)).toBeGreaterThanOrEqual(0.75);
    expect(precision(unseen.name)).toBeGreaterThanOrEqual(0.9);
  });
});

it('the guide tells what was measured', () => {
  const guide = readFileSync(GUIDE, 'utf8');
  const [before = '', after = ''] = [guide.split(BEGIN)[0], guide.split(END)[1]];
  const written = `${before}${BEGIN}\n\n${measuredTable()}\n\n${END}${after}`;
  // To bring it up to date: UPDATE_MASKING=1 npm test -- masking/evaluation.spec.ts
  if (process.env.UPDATE_MASKING) return writeFileSync(GUIDE, written);
  expect(guide.replace(/[ -]+/g, '')).toBe(written.replace(/[ -]+/g, ''));
});

/** A row a language and detector: how many labels were found, how many finds were none, in both parts. */
function measuredTable(): string {
  const rows = LANGUAGES.flatMap((language) => {
    const [seen, unseen] = [evaluated(language, 'seen'), evaluated(language, 'unseen')];
    return DETECTORS.map((detector) => rowOf(language, detector, seen[detector], unseen[detector]));
  });
  return [
    '| language | detector | found | mistaken | found, unseen | mistaken, unseen |',
    '| - | - | - | - | - | - |',
    ...rows,
  ].join('\n');
}

const rowOf = (language: string, detector: Detector, seen: Evaluated, unseen: Evaluated): string =>
  `| ${language} | ${detector} | ${seen.found} of ${seen.labelled} | ${seen.mistaken} of ${seen.finds} | ${unseen.found} of ${unseen.labelled} | ${unseen.mistaken} of ${unseen.finds} |`;
