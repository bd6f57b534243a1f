import { expect, it } from '@jest/globals';
import { fileOf, fixture, halfRowsOfCuts, ID_KEY, readAs, type ReadOptions } from './fixtures/candidates-of.ts';
import { redcap } from './redcap.ts';

const COLUMNS = { recommend: 'nps', satisfied: 'csat', comments: 'comment', ward: 'department', easy: 'effort' };
const read = async (name: string, options: ReadOptions = { mapping: { columns: COLUMNS } }) =>
  readAs(redcap, await fixture('redcap', name), options);

/** The key of a row whose record, event, instrument and instance are these: without the secret none of them can be tried. */
const keyOf = (...parts: string[]): string => ID_KEY.hashOf(parts);

it('reads each row by record, event, instrument and instance, and of each only the forms that are complete', async () => {
  const { rows, passedOver } = await read('ok-raw.csv');
  expect(rows.map(({ value, problem }) => problem ?? value)).toEqual([
    {
      externalId: keyOf('1', 'visit_1_arm_1', '', ''),
      respondedAt: '2026-11-02 09:14:31',
      site: 'north',
      department: '4b',
      nps: 9,
      csat: 5,
      comment: 'Good,\n"very" good',
    },
    {
      externalId: keyOf('1', 'visit_2_arm_1', '', ''),
      respondedAt: '2026-11-09 10:00:00',
      site: 'north',
      department: '4b',
      nps: 3,
    },
    {
      externalId: keyOf('1', 'visit_1_arm_1', 'phone_call', '1'),
      respondedAt: '2026-11-12 16:20:00',
      site: 'north',
      effort: 6,
    },
    expect.objectContaining({ field: 'respondedAt', code: 'required' }),
  ]);
  expect(rows[3]?.value).toEqual({ externalId: keyOf('2', 'visit_1_arm_1', '', ''), site: 'south', department: '4b' });
  expect(passedOver).toEqual({ 'forms not complete': 2 });
});

it('reads incomplete forms too when they are wanted', async () => {
  const { rows, passedOver } = await read('ok-raw.csv', {
    unfinished: true,
    mapping: { columns: { ...COLUMNS, redcap_completed_at: null }, constants: { respondedAt: '2026-11-30' } },
  });
  expect(rows.map(({ value }) => [value.externalId, value.nps ?? value.effort])).toEqual([
    [keyOf('1', 'visit_1_arm_1', '', ''), 9],
    [keyOf('1', 'visit_2_arm_1', '', ''), 3],
    [keyOf('1', 'visit_1_arm_1', 'phone_call', '1'), 6],
    [keyOf('1', 'visit_1_arm_1', 'phone_call', '2'), 2],
    [keyOf('2', 'visit_1_arm_1', '', ''), 1],
    [keyOf('3', 'visit_1_arm_1', '', ''), 1],
  ]);
  expect(passedOver).toEqual({});
});

it('reads an export with labels, two forms of which call their columns alike', async () => {
  const { rows, sheets, passedOver } = await read('ok-labels.csv', {
    mapping: {
      columns: {
        'How likely are you to recommend us?': 'nps',
        'Overall satisfaction': 'csat',
        'How easy was the call?': 'effort',
      },
      values: { csat: { 'Very satisfied': '5' }, effort: { 'Very easy': '7' } },
    },
  });
  expect(rows.map(({ value, problem }) => problem ?? value)).toEqual([
    { externalId: keyOf('7', '', ''), respondedAt: '2026-11-02 09:14:31', site: 'North Campus', nps: 10, csat: 5 },
    { externalId: keyOf('7', 'Phone call', '1'), respondedAt: '2026-11-03 11:00:00', site: 'North Campus', effort: 7 },
  ]);
  expect(sheets[0]?.columns).toContainEqual({
    name: 'Which was good? (choice=Food)',
    label: 'Which was good? (choice=Food)',
  });
  expect(passedOver).toEqual({ 'forms not complete': 1 });
});

it('reads a project without events or surveys, whose date people name', async () => {
  const { rows } = await read('ok-classic.csv', {
    mapping: { columns: { visited_on: 'respondedAt', satisfied: 'csat' } },
  });
  expect(rows.map(({ value }) => value)).toEqual([
    { externalId: keyOf('1'), respondedAt: '2026-11-02T00:00:00', csat: 4 },
  ]);
});

it('keeps keys apart whose parts hold a bar', async () => {
  const text = (record: string, event: string) =>
    `record_id,redcap_event_name,a_timestamp,csat,a_complete\n${record},${event},2026-11-02 08:00:00,4,2\n`;
  const keyRead = async (record: string, event: string) =>
    (await readAs(redcap, fileOf(text(record, event)))).rows[0]?.value.externalId;
  expect(await keyRead('1|2', '3')).not.toBe(await keyRead('1', '2|3'));
});

it.each(['ok-raw.csv', 'ok-labels.csv'])('keeps nothing that names a person of %s', async (name) => {
  const { records, sheets } = await read(name, { unfinished: true });
  const names = sheets[0]?.columns.map((column) => column.name) ?? [];
  for (const dropped of ['redcap_survey_identifier', 'first_name']) expect(names).not.toContain(dropped);
  const kept = JSON.stringify([records, records.map(({ raw }) => raw)]);
  expect(kept).toContain('2026-11-02');
  expect(kept).not.toMatch(/planted/i);
});

it('keeps aside what it cannot take and goes on', async () => {
  const { rows } = await read('not-ok-rows.csv', { mapping: { columns: { satisfied: 'csat' } } });
  expect(rows.map(({ problem, value }) => problem?.code ?? value.csat)).toEqual([
    'not-an-instant',
    'out-of-range',
    'wrong-columns',
    2,
  ]);
});

it('refuses a file of something else in words', async () => {
  await expect(read('not-ok-of-another.csv')).rejects.toThrow(/none of REDCap's own columns.*Data Exports/);
});

it('takes no half row for whole, wherever the file is cut', async () => {
  const whole =
    'record_id,redcap_event_name,s_timestamp,easy,first_name,comments,s_complete,other,t_complete\n' +
    '1,a,2026-11-02 09:14:31,6,Ann,"long\n""wait""",2,x,2\n' +
    '1,b,[not completed],,,,0,,\n' +
    '12,a,2026-11-02 09:15:31,7,,ดี,2,,22\n';
  const said = { mapping: { columns: { easy: 'effort', comments: 'comment' } } };
  expect((await readAs(redcap, fileOf(whole), said)).rows).toHaveLength(2);
  expect(await halfRowsOfCuts(redcap, Buffer.from(whole), said)).toEqual([]);
});
