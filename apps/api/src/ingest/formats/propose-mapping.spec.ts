import { describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { FACT_KINDS, type FactKind } from '#contracts/ingest/fact-kind.ts';
import { DEFAULT_TOUCHPOINTS } from '#domain/touchpoint.ts';
import { planColumns } from '../mapping/column-plan.ts';
import { mappableFields } from '../mapping/mappable-fields.ts';
import { rowMapper } from '../mapping/row-mapper.ts';
import { fixture, readAs } from './fixtures/candidates-of.ts';
import { PLACES, propose } from './fixtures/propose.ts';
import type { SourceRecord } from './format.ts';
import { FORMATS } from './formats.ts';
import { proposeMapping } from './propose-mapping.ts';

const okFiles = FORMATS.flatMap(({ code }) =>
  readdirSync(join(import.meta.dirname, 'fixtures', code))
    .filter((name) => name.startsWith('ok'))
    .map((name): [string, string] => [code, name]),
);

async function proposalsFor(code: string, name: string, kind: FactKind = 'survey-responses') {
  const format = FORMATS.find((one) => one.code === code) as (typeof FORMATS)[number];
  const opened = await format.open(await fixture(code, name), {});
  const records: SourceRecord[] = [];
  for await (const some of opened.records()) records.push(...some.filter(({ problem }) => problem === undefined));
  return opened.sheets.map((sheet, index) => {
    const sample = records.filter(({ sheet: of = 0 }) => of === index).map(({ cells }) => cells);
    const of = sheet.kind ?? kind;
    return {
      kind: of,
      sheet,
      sample,
      proposal: proposeMapping({ kind: of, sheet, sample, touchpoints: DEFAULT_TOUCHPOINTS, places: PLACES }),
    };
  });
}

/** What a field that nothing feeds is set to, by its type; all others take a date. */
const CONSTANTS: Readonly<Record<string, string>> = { integer: '1', number: '1' };

describe('for every good file of every format', () => {
  it.each(okFiles)('%s/%s, the proposal fits the file, or says what is missing', async (code, name) => {
    for (const kind of FACT_KINDS) {
      for (const { kind: of, sheet, sample, proposal } of await proposalsFor(code, name, kind)) {
        const columns = sheet.columns.map((column) => column.name);
        expect(proposal.columns.map(({ column }) => column)).toEqual(columns);
        const fields = mappableFields(
          of,
          DEFAULT_TOUCHPOINTS.map((touchpoint) => touchpoint.code),
        );
        const missing = proposal.doubts.flatMap((doubt) => (doubt.code === 'nothing-feeds' ? [doubt.field] : []));
        const constants = {
          ...proposal.mapping.constants,
          ...Object.fromEntries(
            missing.map((field) => [field, CONSTANTS[fields.get(field)?.type ?? ''] ?? '2026-11-02']),
          ),
        };
        const mapping = { ...proposal.mapping, constants };
        const map = rowMapper(columns.length, planColumns(columns, mapping, of, fields), mapping, fields);
        for (const cells of sample) expect(map({ line: 1, raw: '', cells }).row).toBe(1);
      }
    }
  });
});

it.each<[string, string, Record<string, string>]>([
  [
    'qualtrics',
    'ok-three-rows.csv',
    {
      Q1: 'nps',
      Q2: 'csat',
      Q3_1: 'scores.check-in',
      Q4: 'comment',
      Department: 'department',
      ResponseId: 'externalId',
    },
  ],
  ['qualtrics', 'ok-words-utf16.tsv', { Q1: 'nps', Q2: 'csat', Q4: 'comment', UserLanguage: 'language' }],
  ['qualtrics', 'ok-two-rows-legacy.csv', { Q1: 'nps', Q2: 'comment', EndDate: 'respondedAt' }],
  [
    'limesurvey',
    'ok-texts.csv',
    {
      'How likely are you to recommend us?': 'nps',
      'Please rate: [The welcome]': 'scores.check-in',
      'Please rate: [The care]': 'scores.care',
      'Where were you treated?': 'department',
    },
  ],
  ['limesurvey', 'ok-codes-and-texts.csv', { Q1: 'nps', Q3: 'department', Q4: 'comment' }],
  [
    'redcap',
    'ok-raw.csv',
    { recommend: 'nps', satisfied: 'csat', easy: 'effort', comments: 'comment', ward: 'department' },
  ],
  ['redcap', 'ok-labels.csv', { 'How likely are you to recommend us?': 'nps', 'Overall satisfaction': 'csat' }],
  [
    'surveymonkey',
    'ok-individual.csv',
    {
      'How likely is it that you would recommend us?': 'nps',
      'Please rate the following: The care': 'scores.care',
      'Custom Data 1': 'department',
      'What else would you like to tell us?': 'comment',
    },
  ],
  [
    'google-forms',
    'ok-form.csv',
    {
      'How likely are you to recommend us to your friends?': 'nps',
      'Which ward?': 'department',
      'Anything else?': 'comment',
    },
  ],
  [
    'google-forms',
    'ok-vietnamese.csv',
    { 'Anh/chị có hài lòng không?': 'csat', 'Góp ý': 'comment', 'Dấu thời gian': 'respondedAt' },
  ],
  [
    'csv',
    'ok-vietnamese.csv',
    {
      'Ngày trả lời': 'respondedAt',
      Khoa: 'department',
      'Hài lòng': 'csat',
      'Góp ý': 'comment',
      'Mã phiếu': 'externalId',
    },
  ],
  [
    'csv',
    'ok-patients-said.tsv',
    { answered_at: 'respondedAt', ward: 'department', satisfied: 'csat', words: 'comment' },
  ],
])('%s/%s', async (code, name, expected) => {
  const [{ proposal } = { proposal: undefined }] = await proposalsFor(code, name);
  const fed = Object.fromEntries(
    (proposal?.columns ?? []).flatMap(({ column, fields }) => (fields.length === 0 ? [] : [[column, fields[0]]])),
  );
  expect(fed).toMatchObject(expected);
});

it('goes in as proposed: a Qualtrics file with words for numbers', async () => {
  const [{ proposal } = { proposal: undefined }] = await proposalsFor('qualtrics', 'ok-words-utf16.tsv');
  const format = FORMATS.find(({ code }) => code === 'qualtrics') as (typeof FORMATS)[number];
  const { rows } = await readAs(format, await fixture('qualtrics', 'ok-words-utf16.tsv'), {
    mapping: { ...proposal?.mapping, columns: { Q2: 'csat', Q3_1: null } },
  });
  expect(proposal?.mapping.values?.csat).toEqual({ 'Very satisfied': '5', 'Very dissatisfied': '1' });
  expect(rows.map(({ value, problem }) => problem ?? value.csat)).toEqual([5, 1]);
});

it('says why', () => {
  const { columns } = propose(
    'survey-responses',
    'Submitted|Would you recommend us?|Anything|csat|age',
    '2026-11-02|9|A long story about many things that happened on that day in the ward|5|41',
  );
  expect(columns).toEqual([
    { column: 'Submitted', fields: ['respondedAt'], certainty: 'likely', reason: { from: 'name', word: 'Submitted' } },
    {
      column: 'Would you recommend us?',
      fields: ['nps'],
      certainty: 'likely',
      reason: { from: 'name', word: 'recommend' },
    },
    { column: 'Anything', fields: ['comment'], certainty: 'guess', reason: { from: 'values' } },
    { column: 'csat', fields: ['csat'], certainty: 'told', reason: { from: 'same-name', word: 'csat' } },
    { column: 'age', fields: [] },
  ]);
});

it('leaves the fields of one column together where the format feeds several of it', () => {
  const { columns, mapping } = proposeMapping({
    kind: 'survey-responses',
    sheet: { columns: [{ name: 'rating' }], preset: { columns: { rating: ['fft', 'csat', 'scores.of-another'] } } },
    sample: [['Good']],
    touchpoints: [],
    places: PLACES,
  });
  expect(columns).toEqual([
    { column: 'rating', fields: ['fft', 'csat'], certainty: 'told', reason: { from: 'format' } },
  ]);
  expect(mapping.columns).toEqual({ rating: ['fft', 'csat', 'scores.of-another'] });
});

it.each<[string, string, string]>([
  ['a telephone by its name', 'Phone number', '17'],
  ['a telephone by its values', 'Reference number', '0901 234 567'],
  ['a mail address by its values', 'Response id', 'a1@mail.example'],
  ['a hospital number', 'MRN', 'H-1'],
  ['a Thai hospital number', 'HN', '1'],
  ['a Vietnamese patient number', 'Mã bệnh nhân', '1'],
  ['a Lithuanian personal code', 'Asmens kodas', '1'],
  ['an Urdu identity card', 'شناختی کارڈ نمبر', '1'],
  ['a Vietnamese telephone', 'Số điện thoại', '1'],
])('proposes %s for nothing, least of all for an id', (_, name, value) => {
  const other = value.replace(/1/, '2');
  const { columns } = propose(
    'survey-responses',
    `respondedAt|csat|${name}`,
    `2026-11-02|4|${value}`,
    `2026-11-02|4|${other}`,
  );
  expect(columns[2]).toEqual({ column: name, fields: [], identifies: true });
});

it('takes a question that speaks of phones for what it asks', () => {
  const { columns } = propose(
    'survey-responses',
    'respondedAt|How easy was it to reach us by phone?',
    '2026-11-02|6',
    '2026-11-02|7',
  );
  expect(columns[1]).toMatchObject({ fields: ['effort'], certainty: 'likely' });
});
