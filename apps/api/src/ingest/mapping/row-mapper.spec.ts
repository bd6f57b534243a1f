import { describe, expect, it } from '@jest/globals';
import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import { planColumns } from './column-plan.ts';
import { mappableFields } from './mappable-fields.ts';
import type { Mapping } from './mapping.ts';
import { rowMapper } from './row-mapper.ts';

/** Maps one row of a file that has the fields themselves as columns. */
function mapRow(row: Record<string, string>, mapping: Mapping = {}, kind: FactKind = 'survey-responses') {
  const columns = Object.keys(row);
  const fields = mappableFields(kind, ['check-in', 'care']);
  const plan = planColumns(columns, mapping, kind, fields);
  return rowMapper(columns.length, plan, mapping, fields)({ line: 7, raw: 'as it stood', cells: Object.values(row) });
}

const AT = '2026-11-22 14:05:00';

describe('values by type', () => {
  it.each<[FactKind, string, string, unknown]>([
    ['survey-responses', 'csat', ' 4 ', 4],
    ['survey-responses', 'csat', '๔', 4],
    ['survey-responses', 'nps', '9.0', 9],
    ['survey-responses', 'channel', 'SMS', 'sms'],
    ['survey-responses', 'fft', 'Extremely likely', 'very-good'],
    ['survey-responses', 'fft', 'Likely', 'good'],
    ['survey-responses', 'fft', 'Neither likely nor unlikely', 'neither'],
    ['survey-responses', 'fft', 'unlikely', 'poor'],
    ['survey-responses', 'fft', 'Extremely  unlikely', 'very-poor'],
    ['survey-responses', 'fft', 'Don’t know', 'dont-know'],
    ['survey-responses', 'fft', "Don't Know", 'dont-know'],
    ['survey-responses', 'fft', 'Very good', 'very-good'],
    ['survey-responses', 'fft', 'Neither good nor poor', 'neither'],
    ['survey-responses', 'fft', 'Very poor', 'very-poor'],
    ['survey-responses', 'comment', ' kind ', 'kind'],
    ['waits', 'waitMinutes', '12,5', 12.5],
    ['waits', 'kind', 'Arrival to seen', 'arrival-to-seen'],
    ['reviews', 'recommends', 'Yes', true],
    ['reviews', 'recommends', '0', false],
    ['complaints', 'subjects', 'Waiting; clinical care', ['waiting', 'clinical-care']],
    ['complaints', 'subjects', 'waiting,food', ['waiting', 'food']],
  ])('%s %s %j', (kind, field, cell, value) => {
    const at = {
      'survey-responses': 'respondedAt',
      waits: 'startedAt',
      reviews: 'reviewedAt',
      complaints: 'receivedAt',
      'complaint-events': 'happenedAt',
      'survey-counts': 'month',
    }[kind];
    expect(mapRow({ [at]: AT, [field]: cell }, {}, kind)).toMatchObject({
      row: 7,
      problem: undefined,
      value: { [at]: AT, [field]: value },
    });
  });

  it('leaves empty cells out', () => {
    expect(mapRow({ respondedAt: AT, csat: ' ', comment: '' }).value).toEqual({ respondedAt: AT });
  });

  it('gathers scores by touchpoint', () => {
    expect(mapRow({ respondedAt: AT, 'scores.check-in': '2', 'scores.care': '5' }).value).toEqual({
      respondedAt: AT,
      scores: { 'check-in': 2, care: 5 },
    });
  });
});

describe('what the mapping explains', () => {
  it.each<[string, Record<string, string>, Mapping, Record<string, unknown>]>([
    [
      'a text as a number',
      { csat: 'Extremely likely' },
      { values: { csat: { 'extremely LIKELY': '5' } } },
      { csat: 5 },
    ],
    ['a text as no answer', { csat: "Don't know", nps: '9' }, { values: { csat: { 'Don’t know': '' } } }, { nps: 9 }],
    ['a name as no name', { department: 'None' }, { values: { department: { None: '' } } }, {}],
    [
      'a code in other words',
      { channel: 'Text message' },
      { values: { channel: { 'text message': 'sms' } } },
      { channel: 'sms' },
    ],
    [
      'an FFT answer against its usual meaning',
      { fft: 'Good' },
      { values: { fft: { good: 'neither' } } },
      { fft: 'neither' },
    ],
    [
      'a constant for each row',
      { csat: '4' },
      { constants: { channel: 'SMS', language: 'th', 'scores.care': '3' } },
      { csat: 4, channel: 'sms', language: 'th', scores: { care: 3 } },
    ],
  ])('%s', (_, row, mapping, value) => {
    expect(mapRow({ respondedAt: AT, ...row }, mapping)).toMatchObject({ problem: undefined });
    expect(mapRow({ respondedAt: AT, ...row }, mapping).value).toEqual({ respondedAt: AT, ...value });
  });

  it('each of several subjects', () => {
    const mapping: Mapping = { values: { subjects: { 'Long queue': 'waiting', Staff: 'attitude', Misc: '' } } };
    const { value } = mapRow({ receivedAt: AT, subjects: 'long queue; staff; misc; food' }, mapping, 'complaints');
    expect(value.subjects).toEqual(['waiting', 'attitude', 'food']);
  });

  it('one column that feeds two fields, each in its own way', () => {
    const mapping: Mapping = { columns: { rating: ['fft', 'csat'] }, values: { csat: { Likely: '4' } } };
    expect(mapRow({ respondedAt: AT, rating: 'Likely' }, mapping).value).toEqual({
      respondedAt: AT,
      fft: 'good',
      csat: 4,
    });
  });

  it.each<[string, Mapping, RegExp]>([
    [
      'a value that is not a number',
      { values: { csat: { good: 'four' } } },
      /csat cannot be four: it must be a whole number/,
    ],
    ['a value out of range', { values: { csat: { good: '6' } } }, /csat cannot be 6: csat must be from 1 to 5/],
    [
      'a constant that is no code',
      { constants: { channel: 'pigeon' } },
      /channel cannot be pigeon: it must be one of: sms, email/,
    ],
    ['a constant that is no date', { constants: { visitedAt: 'today' } }, /visitedAt cannot be today/],
  ])('refuses %s before the first row', (_, mapping, message) => {
    expect(() => mapRow({ respondedAt: AT, csat: '4' }, mapping)).toThrow(message);
  });
});

describe('rows that are refused', () => {
  it.each<[string, Record<string, string>, { field: string; code: string }]>([
    ['words for a score', { csat: 'lovely nurse Ann' }, { field: 'csat', code: 'not-an-integer' }],
    ['half a point', { csat: '4.5' }, { field: 'csat', code: 'not-an-integer' }],
    ['a word that is no code', { channel: 'pigeon' }, { field: 'channel', code: 'unknown-code' }],
    ['a date that could be either', { visitedAt: '03/04/2026' }, { field: 'visitedAt', code: 'ambiguous-date' }],
    ['a thousand or a fraction', { nps: '1,234' }, { field: 'nps', code: 'ambiguous-number' }],
  ])('%s', (_, row, problem) => {
    const candidate = mapRow({ respondedAt: AT, ...row });
    expect(candidate.problem).toMatchObject(problem);
    for (const cell of Object.values(row)) expect(candidate.problem?.message).not.toContain(cell);
  });

  it('are kept with the columns that were asked for, and no others', () => {
    const { raw } = mapRow({ respondedAt: AT, csat: 'x', phone: '0901234567' });
    expect(JSON.parse(raw)).toEqual({ respondedAt: AT, csat: 'x' });
  });

  it.each<[string, string[], string]>([
    ['too few columns', [AT, '4'], 'wrong-columns'],
    ['too many columns', [AT, '4', 'kind', 'but slow'], 'wrong-columns'],
  ])('%s', (_, cells, code) => {
    const columns = ['respondedAt', 'csat', 'comment'];
    const fields = mappableFields('survey-responses', []);
    const map = rowMapper(3, planColumns(columns, {}, 'survey-responses', fields), {}, fields);
    expect(map({ line: 9, raw: 'as it stood', cells })).toMatchObject({
      row: 9,
      raw: 'as it stood',
      problem: { field: null, code },
    });
    expect(map({ line: 9, raw: '', cells: [AT, '4', 'kind', ' '] }).problem).toBeUndefined();
  });
});
