import { describe, expect, it } from '@jest/globals';
import type { RecordDto } from '#contracts/records.dto.ts';
import { recordColumns, type RecordNames } from './record-columns.ts';
import type { Facts } from './record-fields.ts';
import { aRecord } from './record.fixture.ts';

const NAMES: RecordNames = {
  heading: (field) => `(${field})`,
  code: (field, code) => `${field}:${code}`,
  touchpoint: (code) => `at ${code}`,
  moment: (instant, department) => `${instant.slice(0, 10)} in ${department}`,
};

/** The exported row of one record, as heading → cell. */
const row = (facts: Facts, fields: Partial<RecordDto>) => {
  const record = aRecord(fields);
  return Object.fromEntries(recordColumns(facts, [record], NAMES).map(({ heading, cell }) => [heading, cell(record)]));
};

describe('an exported record', () => {
  it('names codes, keeps numbers and leaves absence empty', () => {
    expect(row('waits', { waitKind: 'bill', waitMinutes: 0, outcome: 'seen' })).toEqual({
      '(at)': '2026-11-12 in ward-4b',
      '(department)': 'department:ward-4b',
      '(channel)': null,
      '(waitKind)': 'waitKind:bill',
      '(waitMinutes)': 0,
      '(promisedMinutes)': null,
      '(outcome)': 'outcome:seen',
    });
  });

  it('keeps what people wrote as they wrote it', () => {
    expect(row('reviews', { words: 'good', reply: 'Thank you' })).toMatchObject({
      '(words)': 'good',
      '(reply)': 'Thank you',
    });
  });

  it('has a column for each answer that was counted in a month', () => {
    const counted = row('survey-counts', { at: '2026-10-01T00:00:00Z', answers: { good: 12, poor: 0 }, eligible: 80 });
    expect(counted).toMatchObject({ '(at)': '2026-10', 'answers:good': 12, 'answers:poor': 0, '(eligible)': 80 });
    expect(Object.keys(counted)).toContain('answers:dont-know');
  });

  it('says yes and no, and joins several subjects', () => {
    expect(row('reviews', { recommends: false })['(recommends)']).toBe('recommends:false');
    expect(row('complaints', { subjects: ['billing', 'waiting'] })['(subjects)']).toBe(
      'subjects:billing; subjects:waiting',
    );
  });
});

it('gives each touchpoint that anybody scored a column of its own', () => {
  const records = [aRecord({ scores: { care: 5 } }), aRecord({ scores: { billing: 2 } }), aRecord({})];
  const columns = recordColumns('survey-responses', records, NAMES).filter(({ heading }) => heading.startsWith('at '));
  expect(columns.map(({ heading }) => heading)).toEqual(['at billing', 'at care']);
  expect(columns.map(({ cell }) => records.map(cell))).toEqual([
    [null, 2, null],
    [5, null, null],
  ]);
});
