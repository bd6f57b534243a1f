import { expect, it } from '@jest/globals';
import { fileOf, fixture, halfRowsOfCuts, readAs, type ReadOptions } from './fixtures/candidates-of.ts';
import { surveymonkey } from './surveymonkey.ts';

const SAID: ReadOptions = {
  mapping: {
    columns: {
      'How likely is it that you would recommend us?': 'nps',
      'Please rate the following: The welcome': 'scores.check-in',
      'Please rate the following: The care': 'scores.care',
      'What else would you like to tell us?': 'comment',
      'Custom Data 1': 'department',
    },
    values: { 'scores.check-in': { 'Very satisfied': '5', 'Very dissatisfied': '1' } },
  },
};
const read = async (name: string, options: ReadOptions = SAID) =>
  readAs(surveymonkey, await fixture('surveymonkey', name), options);

it('reads answers below two rows of head, month first and by the half of the day', async () => {
  const { rows, passedOver } = await read('ok-individual.csv');
  expect(rows.map(({ value, problem }) => problem ?? value)).toEqual([
    {
      externalId: '118000000001',
      respondedAt: '2026-11-02T09:14:31',
      department: 'Ward 4B',
      nps: 9,
      scores: { 'check-in': 5, care: 4 },
      comment: 'Slow,\nbut "kind"',
    },
    {
      externalId: '118000000002',
      respondedAt: '2026-11-13T00:05:00',
      department: 'Ward 4B',
      nps: 0,
      scores: { care: 4 },
    },
    {
      externalId: '118000000003',
      respondedAt: '2026-12-01T12:30:00',
      department: 'Ward 4B',
      scores: { 'check-in': 1, care: 4 },
    },
  ]);
  expect(passedOver).toEqual({});
});

it('names each column by its question and its part', async () => {
  const { sheets } = await read('ok-individual.csv');
  expect(sheets[0]?.columns.map(({ name }) => name)).toEqual([
    ...['Respondent ID', 'Collector ID', 'Date Created', 'Date Modified', 'Custom Data 1'],
    'How likely is it that you would recommend us?',
    'Please rate the following: The welcome',
    'Please rate the following: The care',
    'Please rate the following: Other (please specify)',
    'What else would you like to tell us?',
  ]);
});

it('reads the names that newer exports have', async () => {
  const { rows, sheets } = await read('ok-newer.csv', {
    mapping: { columns: { 'Overall, how satisfied were you?': 'csat' } },
  });
  expect(sheets[0]?.preset.columns).toEqual({ respondent_id: 'externalId', date_modified: 'respondedAt' });
  expect(rows.map(({ value }) => value)).toEqual([{ externalId: '1', respondedAt: '2026-11-02 09:14:31', csat: 5 }]);
});

it('does not insist on the month where a date has the day first', async () => {
  const text = (date: string) => `Respondent ID,Date Modified,csat\n,,Response\n1,${date} 09:14,5\n`;
  const presetOf = async (date: string) =>
    (await readAs(surveymonkey, fileOf(text(date)), { mapping: { dates: { order: 'dmy' } } })).sheets[0]?.preset.dates;
  expect(await presetOf('11/02/2026')).toEqual({ order: 'mdy' });
  expect(await presetOf('22/11/2026')).toEqual({});
});

it.each(['ok-individual.csv', 'ok-newer.csv', 'not-ok-rows.csv'])(
  'keeps nothing that names a person of %s',
  async (name) => {
    const { records } = await read(name, { mapping: {} });
    const kept = JSON.stringify([records, records.map(({ raw }) => raw)]);
    expect(kept).toContain('2026');
    for (const told of ['lanted', '203.0.113.5', '0900 111']) expect(kept).not.toContain(told);
  },
);

it('keeps aside what it cannot take and goes on', async () => {
  const { rows } = await read('not-ok-rows.csv');
  expect(rows.map(({ problem, value }) => problem?.code ?? value.nps)).toEqual([
    'not-an-instant',
    'wrong-columns',
    'out-of-range',
    9,
  ]);
});

it.each<[string, RegExp]>([
  ['not-ok-summary.csv', /no column Respondent ID.*All individual responses/],
  ['not-ok-head-alone.csv', /ends in its head/],
])('refuses %s in words', async (name, message) => {
  await expect(read(name)).rejects.toThrow(message);
});

it('takes no half row for whole, wherever the file is cut', async () => {
  const whole =
    'Respondent ID,Date Modified,Email Address,"How likely, in\nnumbers?",,Why?\n' +
    ',,,Response,Other,Open-Ended Response\n' +
    '118,11/02/2026 09:14:31 AM,a@b.example,9,,"so ""kind""\nall"\n' +
    '119,11/02/2026 10:14:31 AM,a@b.example,10,,ดี\n';
  const said = { mapping: { columns: { 'How likely, in numbers?': 'nps', 'Why?': 'comment' } } };
  expect((await readAs(surveymonkey, fileOf(whole), said)).rows).toHaveLength(2);
  expect(await halfRowsOfCuts(surveymonkey, Buffer.from(whole), said)).toEqual([]);
});
