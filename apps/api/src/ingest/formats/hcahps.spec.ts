import { describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Candidate } from '../rows/candidate.ts';
import { IdKey } from './id-key.ts';
import { openMapped } from '../mapping/mapped-file.ts';
import { fileHead } from './file-head.ts';
import { fileOf, fixture, halfRowsOfCuts, readAs } from './fixtures/candidates-of.ts';
import { hcahps } from './hcahps.ts';

const lakeside = () => fixture('hcahps', 'ok-lakeside-2026-09.xml');

/** A file with one patient of whom only the answers are of interest. */
const answered = (answers: Readonly<Record<string, string>>) =>
  fileOf(
    '<monthlydata xmlns="http://hcahps.ifmc.org"><header><provider-id>1</provider-id><discharge-yr>2026</discharge-yr>' +
      '<discharge-month>09</discharge-month></header><patientleveldata><administration><patient-id>7</patient-id>' +
      '<survey-status>1</survey-status></administration><patientresponse>' +
      Object.entries(answers)
        .map(([name, text]) => `<${name}>${text}</${name}>`)
        .join('') +
      '</patientresponse></patientleveldata></monthlydata>',
  );

describe('a month of a hospital', () => {
  it('becomes the answers of those who completed the survey', async () => {
    const { sheets, rows, passedOver } = await readAs(hcahps, await lakeside());
    expect(sheets.map(({ name, kind }) => [name, kind])).toEqual([['patients', 'survey-responses']]);
    expect(rows.map(({ row, value, problem }) => [row, value, problem])).toEqual([
      [
        1,
        {
          externalId: '050001 2026-09 P0001',
          respondedAt: '2026-09-01T00:00:00',
          channel: 'paper',
          language: 'en',
          csat: 5,
          scores: {
            loyalty: 5,
            empathy: 5,
            listening: 5,
            explanations: 3,
            facilities: 5,
            'instructions-understood': 5,
          },
        },
        undefined,
      ],
      [
        2,
        {
          externalId: '050001 2026-09 P0002',
          respondedAt: '2026-09-01T00:00:00',
          channel: 'paper',
          language: 'es',
          csat: 3,
          scores: { loyalty: 1, empathy: 1, listening: 1, explanations: 5 },
        },
        undefined,
      ],
      [
        6,
        {
          externalId: '050001 2026-09 P0006',
          respondedAt: '2026-09-01T00:00:00',
          channel: 'paper',
          csat: 1,
          scores: {
            loyalty: 3,
            empathy: 3,
            listening: 3,
            explanations: 2,
            facilities: 2,
            'instructions-understood': 1,
          },
        },
        undefined,
      ],
    ]);
    expect(passedOver).toEqual({ 'answers that were broken off': 1, 'patients who did not answer': 2 });
  });

  it('has a column for each question about the hospital, and none about who the patient is', async () => {
    const { sheets, records } = await readAs(hcahps, await lakeside());
    const names = sheets[0]?.columns.map(({ name }) => name) ?? [];
    expect(names).toEqual(expect.arrayContaining(['quiet', 'side-effects', 'help-after-discharge', 'er-admission']));
    expect(
      names.filter((name) => /age|gender|race|ethnic|education|health|speak|admission-source|npi|name/.test(name)),
    ).toEqual(['strata-name', 'language']);
    expect(JSON.stringify(records.map(({ cells, raw }) => [cells, raw]))).not.toMatch(/Lakeside|1234567893/);
  });

  it('is read with prefixes, in another encoding and with questions that are new', async () => {
    const { rows, sheets } = await readAs(hcahps, await fixture('hcahps', 'ok-prefixed-web-2026-10.xml'), {
      mapping: { columns: { 'rest-needed': 'scores.care' } },
    });
    expect(sheets[0]?.columns.map(({ name }) => name)).not.toContain('race-asian');
    expect(rows.map(({ value, problem }) => [value, problem])).toEqual([
      [
        {
          externalId: '050001 2026-10 P0001',
          respondedAt: '2026-10-01T00:00:00',
          csat: 4,
          scores: { loyalty: 5, listening: 5, care: 3 },
        },
        undefined,
      ],
    ]);
  });
});

describe('what an answer is worth', () => {
  it.each<[string, string, unknown]>([
    ['overall-rate', '10', 5],
    ['overall-rate', '09', 4],
    ['overall-rate', '8', 3],
    ['overall-rate', '7', 3],
    ['overall-rate', '06', 2],
    ['overall-rate', '5', 2],
    ['overall-rate', '4', 1],
    ['overall-rate', '00', 1],
    ['overall-rate', 'M', undefined],
  ])('%s %s', async (question, answer, csat) => {
    expect((await readAs(hcahps, answered({ [question]: answer }))).rows[0]?.value.csat).toBe(csat);
  });

  it.each<[string, string, unknown]>([
    ['recommend', '4', { loyalty: 5 }],
    ['recommend', '3', { loyalty: 3 }],
    ['recommend', '1', { loyalty: 1 }],
    ['cleanliness', '4', { facilities: 5 }],
    ['cleanliness', '2', { facilities: 2 }],
    ['cleanliness', '8', undefined],
    ['nurse-listen', 'M', undefined],
    ['ct-purpose-med', '4', { 'instructions-understood': 5 }],
    ['ct-purpose-med', '5', undefined],
  ])('%s %s', async (question, answer, scores) => {
    expect((await readAs(hcahps, answered({ [question]: answer }))).rows[0]?.value.scores).toEqual(scores);
  });
});

it('leaves out scores of touchpoints that an organisation does not have', async () => {
  const opened = await openMapped(await lakeside(), {
    ...{ format: hcahps, mapping: {}, touchpoints: ['listening', 'care'], idKey: new IdKey() },
  });
  const candidates: Candidate[] = [];
  for await (const some of opened.candidates()) candidates.push(...some);
  expect(candidates.map(({ value }) => value.scores)).toEqual([{ listening: 5 }, { listening: 1 }, { listening: 3 }]);
});

it('keeps records aside that are not whole, and goes on', async () => {
  const { rows } = await readAs(hcahps, await fixture('hcahps', 'not-ok-records.xml'));
  expect(rows.map(({ row, problem }) => [row, problem?.field, problem?.code])).toEqual([
    [1, null, 'no-status'],
    [2, null, 'no-answers'],
    [3, 'respondedAt', 'no-month'],
    [4, 'externalId', 'required'],
    [5, 'scores.empathy', 'out-of-range'],
    [6, undefined, undefined],
    [7, null, 'too-long'],
  ]);
});

describe('files that are refused', () => {
  const deep = `<monthlydata>${'<a>'.repeat(200)}`;

  it.each<[string, string, RegExp]>([
    ['a table', 'a,b\n1,2\n', /does not begin as XML does/],
    ['something else', '<ClinicalDocument/>', /is not of HCAHPS: its outermost element is ClinicalDocument/],
    ['another survey', '<monthlydata xmlns="http://homehealthcahps.org"/>', /is of another CAHPS survey/],
    ['an entity of its own', '<monthlydata>&lol;</monthlydata>', /is not whole XML/],
    ['a tag that is not closed', '<monthlydata><header></monthlydata>', /is not whole XML/],
    ['what nests too deep', deep, /nests deeper or goes on longer/],
    ['a text without end', `<monthlydata><header>${'x'.repeat(1_200_000)}`, /nests deeper or goes on longer/],
    ['NUL', '<monthlydata>\0</monthlydata>', /NUL character/],
  ])('%s', async (_, text, words) => {
    await expect(readAs(hcahps, fileOf(text))).rejects.toThrow(words);
  });

  it('one that declares a document type, and with it entities', async () => {
    await expect(readAs(hcahps, await fixture('hcahps', 'not-ok-doctype.xml'))).rejects.toThrow(
      /not-ok-doctype.xml declares a document type \(DOCTYPE\).*take the declaration out/,
    );
  });
});

it('takes no file for whole that was cut', async () => {
  const whole = await readFile(join(import.meta.dirname, 'fixtures/hcahps/ok-prefixed-web-2026-10.xml'));
  expect(await halfRowsOfCuts(hcahps, whole)).toEqual([]);
});

it('reads a month without answers', async () => {
  const { rows, passedOver } = await readAs(
    hcahps,
    fileOf('<monthlydata xmlns="http://hcahps.ifmc.org"><header/></monthlydata>'),
  );
  expect([rows, passedOver]).toEqual([[], {}]);
});

describe('is recognised', () => {
  it.each<[string, string, boolean]>([
    ['by its namespace', '<monthlydata xmlns="http://hcahps.ifmc.org"><header>', true],
    ['not for another care', '<monthlydata xmlns="http://homehealthcahps.org"><header>', false],
    ['not for other XML', '<Bundle xmlns="http://hl7.org/fhir"/>', false],
  ])('%s', async (_, text, recognised) => {
    expect(hcahps.recognises(await fileHead(fileOf(text)))).toBe(recognised);
  });
});
