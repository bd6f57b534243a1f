import { describe, expect, it } from '@jest/globals';
import { fileOf, fixture, halfRowsOfCuts, readAs } from './fixtures/candidates-of.ts';
import { qualtrics } from './qualtrics.ts';
import { answerStatus } from './qualtrics/status.ts';

const QUESTIONS = { Q1: 'nps', Q2: 'csat', Q3_1: 'scores.check-in', Q4: 'comment', Department: 'department' };
const SMALL = { mapping: { columns: { Q1: 'nps', Q4: 'comment' } } };
const read = async (name: string, options = {}) =>
  readAs(qualtrics, await fixture('qualtrics', name), { mapping: { columns: QUESTIONS }, ...options });

it('reads the answers that count, in the zone that the third row names', async () => {
  const { rows } = await read('ok-three-rows.csv');
  expect(rows.map(({ value, problem }) => problem ?? value)).toEqual([
    {
      externalId: 'R_1aBcDeFgHiJkLmN',
      respondedAt: '2026-11-02T02:14:31Z',
      channel: 'email',
      language: 'VI',
      nps: 9,
      csat: 5,
      scores: { 'check-in': 4 },
      comment: 'Chờ hơi lâu, nhưng bác sĩ\ntận tình "lắm"',
      department: 'Khoa Nội',
    },
    {
      externalId: 'R_2aBcDeFgHiJkLmN',
      respondedAt: '2026-11-02T02:14:31Z',
      channel: 'sms',
      language: 'EN-GB',
      nps: 0,
      csat: 1,
      comment: 'Cold food',
      department: 'Khoa Nội',
    },
    {
      externalId: 'R_8aBcDeFgHiJkLmN',
      respondedAt: '2026-11-02T02:14:31Z',
      channel: 'web',
      language: 'TH',
      csat: 3,
      scores: { 'check-in': 4 },
      department: 'Khoa Nội',
    },
    {
      externalId: 'R_9aBcDeFgHiJkLmN',
      respondedAt: '2026-11-04T17:00:00Z',
      nps: 7,
      scores: { 'check-in': 4 },
      department: 'Khoa Nội',
    },
  ]);
});

it('counts what it passes over: previews, tests, spam, and answers never sent in', async () => {
  const passedOver = { previews: 2, tests: 1, 'suspected spam': 1, 'answers never sent in': 1 };
  expect((await read('ok-three-rows.csv')).passedOver).toEqual(passedOver);
  const { rows, passedOver: less } = await read('ok-three-rows.csv', { unfinished: true });
  expect(rows.map(({ value }) => value.externalId)).toContain('R_7aBcDeFgHiJkLmN');
  expect(less).toEqual({ previews: 2, tests: 1, 'suspected spam': 1 });
});

it('tells the questions without their markup, and neither derived columns nor those that name people', async () => {
  const { sheets } = await read('ok-three-rows.csv');
  const columns = new Map(sheets[0]?.columns.map(({ name, label }) => [name, label]));
  expect(columns.get('Q1')).toBe(
    'On a scale from 0 to 10, how likely are you to recommend our hospital to friends & family?',
  );
  expect(columns.get('Q4')).toBe('What could we have done better?');
  expect([...columns.keys()]).toEqual([
    ...[
      'StartDate',
      'EndDate',
      'Status',
      'Progress',
      'Duration (in seconds)',
      'Finished',
      'RecordedDate',
      'ResponseId',
    ],
    ...['ExternalReference', 'DistributionChannel', 'UserLanguage', 'Q1', 'Q2', 'Q3_1', 'Q4', 'Department'],
  ]);
});

it.each(['ok-three-rows.csv', 'ok-two-rows-legacy.csv', 'not-ok-rows.csv'])(
  'keeps nothing that names a person of %s',
  async (name) => {
    const { records, rows } = await read(name, { mapping: {}, unfinished: true });
    const kept = JSON.stringify([records, records.map(({ raw }) => raw), rows.map(({ raw }) => raw)]);
    expect(kept).toContain('R_');
    for (const told of ['Planted', 'planted', '203.0.113.77', '10.7769', '106.7009']) expect(kept).not.toContain(told);
  },
);

it('reads UTF-16 with tabs, and words for numbers', async () => {
  const { rows, passedOver, sheets } = await read('ok-words-utf16.tsv', {
    mapping: { columns: QUESTIONS, values: { csat: { 'Very satisfied': '5', 'Very dissatisfied': '1' } } },
  });
  expect(sheets[0]?.preset.dates).toEqual({ zone: 'UTC' });
  expect(rows.map(({ value }) => [value.externalId, value.language, value.csat, value.comment])).toEqual([
    ['R_1words', 'TH', 5, 'ดีมาก'],
    ['R_6words', 'UR', 1, 'بہت انتظار'],
  ]);
  expect(passedOver).toEqual({ previews: 1, tests: 1, 'suspected spam': 1, 'answers never sent in': 1 });
});

it('reads the two rows of head that were called legacy', async () => {
  const { sheets, rows, passedOver } = await read('ok-two-rows-legacy.csv', {
    mapping: { columns: { Q1: 'nps', Q2: 'comment' } },
  });
  expect(sheets[0]?.columns.find(({ name }) => name === 'Q1')?.label).toBe('How likely are you to recommend us?');
  expect(sheets[0]?.preset.dates).toBeUndefined();
  expect(rows.map(({ value }) => value)).toEqual([
    { externalId: 'R_legacy1', respondedAt: '2015-03-02 10:04:00', nps: 10, comment: 'Thanks' },
  ]);
  expect(passedOver).toEqual({ previews: 1 });
});

it('reads a file whose second and third row somebody took off', async () => {
  const text = 'StartDate,EndDate,Status,Finished,ResponseId,Q1\n2026-11-02 09:10:00,2026-11-02 09:14:30,0,1,R_x,9\n';
  const { rows } = await readAs(qualtrics, fileOf(text), { mapping: { columns: { Q1: 'nps' } } });
  expect(rows.map(({ value }) => value)).toEqual([{ externalId: 'R_x', respondedAt: '2026-11-02 09:14:30', nps: 9 }]);
});

it('keeps aside what it cannot take, each with its reason, and goes on', async () => {
  const { rows } = await read('not-ok-rows.csv');
  expect(rows.map(({ value, problem }) => problem?.code ?? value.nps)).toEqual([
    'unknown-status',
    'not-an-instant',
    'wrong-columns',
    'unknown-code',
    8,
    10,
  ]);
  expect(rows[0]?.problem?.message).toMatch(/export the answers again with numeric values/);
  expect(rows[2]).toMatchObject({
    raw: '',
    problem: { message: expect.stringMatching(/21 columns and the header 24/) },
  });
});

it.each<[string, RegExp]>([
  ['not-ok-without-ids.csv', /has no column ResponseId.*Data & Analysis/],
  ['not-ok-head-alone.csv', /ends in its head: export it again/],
])('refuses %s in words', async (name, message) => {
  await expect(read(name)).rejects.toThrow(message);
});

it.each<[string, BufferEncoding, string]>([
  ['CSV', 'utf8', ','],
  ['UTF-16 with tabs', 'utf16le', '\t'],
])('takes no half row of %s for whole, wherever it is cut', async (_, encoding, delimiter) => {
  const lines = [
    ['EndDate', 'Status', 'Finished', 'ResponseId', 'IPAddress', 'Q1', 'Q4'],
    ['End Date', 'Response Type', 'Finished', 'Response ID', 'IP Address', 'Likely?', '"Why, in\nyour words?"'],
    ['', '', '', '"{""ImportId"":""_recordId""}"', '', '', ''],
    ['2026-11-02 09:14:30', '0', '1', 'R_1', '203.0.113.7', '10', 'ชอบ'],
    ['2026-11-02 09:15:30', '0', '1', 'R_2', '203.0.113.7', '10', '"long\n""wait"""'],
    ['2026-11-02 09:16:30', '1', '1', 'R_3', '203.0.113.7', '10', 'x'],
    ['2026-11-02 09:17:30', '0', '1', 'R_4', '203.0.113.7', '10', '๑๐ ช'],
  ];
  const whole = Buffer.from(`\uFEFF${lines.map((cells) => `${cells.join(delimiter)}\n`).join('')}`, encoding);
  expect((await readAs(qualtrics, fileOf(whole), SMALL)).rows.map(({ value }) => value.externalId)).toEqual([
    'R_1',
    'R_2',
    'R_4',
  ]);
  expect(await halfRowsOfCuts(qualtrics, whole, SMALL)).toEqual([]);
});

describe('status', () => {
  it.each<[string, string]>([
    ['0', 'counts'],
    ['4', 'counts'],
    ['16', 'counts'],
    ['48', 'counts'],
    ['', 'counts'],
    ['IP Address', 'counts'],
    ['Imported', 'counts'],
    ['1', 'previews'],
    ['17', 'previews'],
    ['Offline Preview', 'previews'],
    ['2', 'tests'],
    ['12', 'suspected spam'],
    ['40', 'suspected spam'],
    ['Survey Preview Spam', 'previews'],
    ['Courriel', 'unknown'],
  ])('%j: %s', (cell, reason) => {
    expect(answerStatus(cell)).toBe(reason);
  });
});
