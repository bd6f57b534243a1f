import { describe, expect, it } from '@jest/globals';
import { fileHead } from './file-head.ts';
import { fileOf, fixture, halfRowsOfCuts, readAs, type ReadOptions } from './fixtures/candidates-of.ts';
import { googleForms } from './google-forms.ts';
import { plainMoment } from './google-forms/plain-moment.ts';

const read = async (name: string, options: ReadOptions) =>
  readAs(googleForms, await fixture('google-forms', name), options);

it('reads a form by its questions: over two lines, in a grid, and asked twice', async () => {
  const { rows, sheets } = await read('ok-form.csv', {
    mapping: {
      columns: {
        'How likely are you to recommend us to your friends?': 'nps',
        'How were we? [The welcome]': 'scores.check-in',
        'How were we? [The care]': 'scores.care',
        'Which ward?': 'department',
        'Anything else? (2)': 'comment',
      },
    },
  });
  expect(sheets[0]?.columns.map(({ name }) => name)).toEqual([
    'Timestamp',
    'How likely are you to recommend us to your friends?',
    'How were we? [The welcome]',
    'How were we? [The care]',
    'Which ward?',
    'Anything else?',
    'Anything else? (2)',
  ]);
  expect(rows.map(({ value, problem }) => problem ?? value)).toEqual([
    { respondedAt: '2026-11-02T14:14:31+07:00', nps: 10, scores: { 'check-in': 4, care: 5 }, department: 'Ward 4B' },
    { respondedAt: '2026-11-03T00:00:00+05:30', nps: 0, scores: { care: 1 }, comment: 'second' },
    { respondedAt: '2026-11-03T09:05:10+02:00', nps: 7 },
  ]);
});

it('reads a Vietnamese form, morning and afternoon', async () => {
  const { rows } = await read('ok-vietnamese.csv', {
    mapping: { columns: { 'Anh/chị có hài lòng không?': 'csat', 'Góp ý': 'comment' } },
  });
  expect(rows.map(({ value }) => value)).toEqual([
    { respondedAt: '2026-11-02T14:14:31+07:00', csat: 5, comment: 'Tốt' },
    { respondedAt: '2026-11-02T08:00:00+07:00', csat: 2 },
  ]);
});

it('reads the spreadsheet behind a form, once the order of its dates is known', async () => {
  const { rows } = await read('ok-sheet.csv', {
    mapping: {
      columns: { 'Overall, how satisfied were you?': 'csat' },
      values: { csat: { 'Very satisfied': '5', Satisfied: '4' } },
      dates: { order: 'dmy' },
    },
  });
  expect(rows.map(({ value }) => value)).toEqual([
    { respondedAt: '2026-11-22T14:05:33', csat: 5 },
    { respondedAt: '2026-12-03T08:00:00', csat: 4 },
  ]);
});

it.each(['ok-form.csv', 'ok-vietnamese.csv'])('keeps nothing that names a person of %s', async (name) => {
  const { records } = await read(name, {});
  const kept = JSON.stringify([records, records.map(({ raw }) => raw)]);
  expect(kept).toContain('2026');
  expect(kept).not.toMatch(/planted/i);
});

it('keeps aside what it cannot take and goes on', async () => {
  const { rows } = await read('not-ok-rows.csv', { mapping: { columns: { 'How satisfied were you?': 'csat' } } });
  expect(rows.map(({ problem, value }) => problem?.code ?? value.csat)).toEqual([
    'not-an-instant',
    'not-an-instant',
    'wrong-columns',
    3,
  ]);
});

it('refuses a file without times in words', async () => {
  await expect(read('not-ok-without-timestamp.csv', {})).rejects.toThrow(/is not Timestamp.*Download responses/);
});

it('takes no half row for whole, wherever a form of its own is cut', async () => {
  const whole =
    '"Timestamp","How likely, in\nnumbers?","Why?"\n' +
    '"2026/11/02 2:14:31 PM GMT+7","10","so kind,\nall"\n' +
    '"2026/11/02 2:15:31 PM GMT+7","9","ดี"';
  const said = { mapping: { columns: { 'How likely, in numbers?': 'nps', 'Why?': 'comment' } } };
  expect((await readAs(googleForms, fileOf(whole), said)).rows).toHaveLength(2);
  expect(await halfRowsOfCuts(googleForms, Buffer.from(whole), said)).toEqual([]);
});

describe('times', () => {
  it.each<[string, string]>([
    ['2026/11/22 2:05:33 PM GMT+7', '2026/11/22 2:05:33 PM GMT+7'],
    ['2026/11/22 2:05:33 CH GMT+7', '2026/11/22 2:05:33 PM GMT+7'],
    ['2026/11/22 2:05:33 SA GMT+7', '2026/11/22 2:05:33 AM GMT+7'],
    ['2026/11/22 2:05:33 หลังเที่ยง GMT+7', '2026/11/22 2:05:33 PM GMT+7'],
    ['2026/11/22 2:05:33 priešpiet EET', '2026/11/22 2:05:33 AM+02:00'],
    ['2026/11/22 2:05:33 PM PST', '2026/11/22 2:05:33 PM-08:00'],
    ['2026/11/22 2:05:33 PM XYZ', '2026/11/22 2:05:33 PM XYZ'],
    ['22/11/2026 14:05:33', '22/11/2026 14:05:33'],
  ])('%s is %s', (cell, plain) => {
    expect(plainMoment(cell)).toBe(plain);
  });
});

it.each<[string, boolean]>([
  ['Timestamp,How was it?\n11/22/2026 14:05:33,5\n', true],
  ['Timestamp,How was it?\n', true],
  ['timestamp,ward,score\n2026-11-22 14:05:33,a,5\n', false],
  ['Timestamp,ward,score\n2026-11-22 14:05:33,a,5\n', false],
  ['Timestamp,How was it?\nsoon,5\n', false],
])('of %j it says %s', async (text, recognised) => {
  expect(googleForms.recognises(await fileHead(fileOf(text)))).toBe(recognised);
});
