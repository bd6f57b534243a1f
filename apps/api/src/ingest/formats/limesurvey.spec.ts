import { expect, it } from '@jest/globals';
import { fileOf, fixture, halfRowsOfCuts, readAs, type ReadOptions } from './fixtures/candidates-of.ts';
import { limesurvey } from './limesurvey.ts';

const CODES = {
  Q1: 'nps',
  'Q2[SQ001]': 'scores.check-in',
  'Q2[SQ002]': 'scores.care',
  Q3: 'department',
  Q4: 'comment',
};
const SCORES = { A5: '5', A4: '4' };
const BY_CODE: ReadOptions = {
  mapping: {
    columns: CODES,
    values: { 'scores.check-in': SCORES, 'scores.care': SCORES, department: { A2: 'ward-4b', '-oth-': '' } },
  },
};
const read = async (name: string, options: ReadOptions = BY_CODE) =>
  readAs(limesurvey, await fixture('limesurvey', name), options);

it('reads answers that were sent in, by their codes', async () => {
  const { rows, passedOver } = await read('ok-codes.csv');
  expect(rows.map(({ value, problem }) => problem ?? value)).toEqual([
    {
      externalId: '11',
      respondedAt: '2026-11-02 09:07:12',
      language: 'vi',
      nps: 9,
      scores: { 'check-in': 5, care: 4 },
      department: 'ward-4b',
      comment: 'Tốt;\n"rất" tốt',
    },
    { externalId: '13', respondedAt: '2026-11-03 10:00:00', language: 'th', nps: 0 },
  ]);
  expect(passedOver).toEqual({ 'answers never sent in': 1 });
});

it('takes the others too when that is wanted, at the time they were last touched', async () => {
  const { rows, passedOver } = await read('ok-codes.csv', { ...BY_CODE, unfinished: true });
  expect(rows.map(({ value }) => [value.externalId, value.respondedAt])).toEqual([
    ['11', '2026-11-02 09:07:12'],
    ['12', '2026-11-02 09:07:12'],
    ['13', '2026-11-02 09:07:12'],
  ]);
  expect(passedOver).toEqual({});
});

it('reads an export with texts for codes, in headings and in answers', async () => {
  const satisfied = { 'Very satisfied': '5', Satisfied: '4' };
  const { rows, sheets } = await read('ok-texts.csv', {
    mapping: {
      columns: {
        'How likely are you to recommend us?': 'nps',
        'Please rate: [The welcome]': 'scores.check-in',
        'Where were you treated?': 'department',
      },
      values: { 'scores.check-in': satisfied },
    },
  });
  expect(sheets[0]?.preset).toEqual({
    columns: { id: 'externalId', submitdate: 'respondedAt', startlanguage: 'language' },
  });
  expect(rows.map(({ value }) => value)).toEqual([
    {
      externalId: '11',
      respondedAt: '2026-11-02 09:07:12',
      language: 'vi',
      nps: 9,
      scores: { 'check-in': 5 },
      department: 'Ward 4B',
    },
    { externalId: '14', respondedAt: '2026-11-04 08:00:00', language: 'ur', nps: 9, department: 'Ward 4B' },
  ]);
});

it('names columns by code and tells the text where an export has both', async () => {
  const { rows, sheets } = await read('ok-codes-and-texts.csv');
  expect(sheets[0]?.columns.slice(-6)).toEqual([
    { name: 'Q1', label: 'How likely are you to recommend us?' },
    { name: 'Q2[SQ001]', label: 'Please rate: [The welcome]' },
    { name: 'Q2[SQ002]', label: 'Please rate: [The care]' },
    { name: 'Q3', label: 'Where were you treated?' },
    { name: 'Q3[other]', label: 'Where were you treated? [Other]' },
    { name: 'Q4', label: 'What else?' },
  ]);
  expect(rows).toMatchObject([{ value: { externalId: '11', nps: 9, comment: 'ok' } }]);
});

it.each(['ok-codes.csv', 'ok-texts.csv', 'ok-codes-and-texts.csv', 'not-ok-undated.csv'])(
  'keeps nothing that leads to a person of %s',
  async (name) => {
    const { records, sheets } = await read(name, { unfinished: true });
    const names = sheets[0]?.columns.map((column) => column.name) ?? [];
    for (const dropped of ['token', 'ipaddr', 'refurl']) expect(names).not.toContain(dropped);
    const kept = JSON.stringify([records, records.map(({ raw }) => raw)]);
    expect(kept).toContain('2026-11-02');
    for (const told of ['tokPLANTED', '203.0.113.9', 'planted.example']) expect(kept).not.toContain(told);
  },
);

it('does not take 1980 for a date: a survey without dates needs one to be said', async () => {
  const { rows } = await read('not-ok-undated.csv');
  expect(rows.map(({ problem }) => [problem?.field, problem?.code])).toEqual([
    ['respondedAt', 'required'],
    ['nps', 'out-of-range'],
    [null, 'wrong-columns'],
  ]);
  const said = await read('not-ok-undated.csv', {
    mapping: {
      ...BY_CODE.mapping,
      columns: { ...CODES, submitdate: null },
      constants: { respondedAt: '2026-11-05' },
    },
  });
  expect(said.rows[0]).toMatchObject({ value: { externalId: '21', respondedAt: '2026-11-05T00:00:00', nps: 9 } });
  expect(said.rows[0]?.problem).toBeUndefined();
});

it('refuses a file without response ids in words', async () => {
  await expect(read('not-ok-without-ids.csv')).rejects.toThrow(/no column of response ids.*question code headings/);
});

it('takes no half row for whole, wherever the file is cut', async () => {
  const whole =
    '"id","submitdate","startlanguage","ipaddr","Q1","Q4"\n' +
    '"1","2026-11-02 09:07:12","en","203.0.113.9","9","good\ncare, ""really"""\n' +
    '"2","","en","203.0.113.9","",""\n' +
    '3,2026-11-02 09:08:12,en,203.0.113.9,7,fine\n';
  const said = { mapping: { columns: { Q1: 'nps', Q4: 'comment' } } };
  expect((await readAs(limesurvey, fileOf(whole), said)).rows.map(({ problem }) => problem)).toEqual([
    undefined,
    undefined,
  ]);
  expect(await halfRowsOfCuts(limesurvey, Buffer.from(whole), said)).toEqual([]);
});
