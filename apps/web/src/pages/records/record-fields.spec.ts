import { describe, expect, it } from '@jest/globals';
import { fieldsShown, minutesOverPromise } from './record-fields.ts';
import { aRecord } from './record.fixture.ts';

describe('the columns of a table of records', () => {
  it('leaves out what no record says', () => {
    const shown = fieldsShown('survey-responses', [aRecord({ csat: 4, channel: 'sms' })]);
    expect(shown).toEqual(['at', 'department', 'channel', 'language', 'csat', 'nps', 'fft']);
  });

  it('shows what a single record says', () => {
    const shown = fieldsShown('survey-responses', [aRecord({}), aRecord({ words: 'Kind.', scores: { care: 5 } })]);
    expect(shown).toContain('words');
    expect(shown).toContain('scores');
  });

  it('does not take an empty list of scores for something said', () => {
    expect(fieldsShown('survey-responses', [aRecord({ scores: {} })])).not.toContain('scores');
  });

  it('does not give an unknown channel a column', () => {
    expect(fieldsShown('waits', [aRecord({ channel: 'unknown' })])).not.toContain('channel');
  });
});

describe('minutes over the promise', () => {
  it.each([
    [50, 30, 20],
    [20, 30, -10],
    [null, 30, null],
    [50, null, null],
  ])('waited %s, promised %s: %s', (waitMinutes, promisedMinutes, over) => {
    expect(minutesOverPromise(aRecord({ waitMinutes, promisedMinutes }))).toBe(over);
  });
});
