import { describe, expect, it } from '@jest/globals';
import { ApiFailure, apiFailureOf } from './api-failure.ts';
import { failureWordsOf } from './failure-words.ts';

describe('a failure of the API', () => {
  it.each([
    [{ message: 'site must be one of riverside' }, ['site must be one of riverside']],
    [{ message: ['from must be a date', 'to must be a date'] }, ['from must be a date', 'to must be a date']],
    [{ message: [1, ''] }, []],
    ['<html>', []],
    [undefined, []],
  ])('keeps the API’s own words: %j', (body, messages) => {
    expect(apiFailureOf(400, body).messages).toEqual(messages);
  });

  it.each([
    [0, 'unreachable', false],
    [400, 'refused', true],
    [404, 'missing', true],
    [409, 'conflict', true],
    [429, 'busy', false],
    [500, 'broken', false],
    [502, 'unreachable', false],
  ] as const)('%d is told as %s', (status, title, refused) => {
    const failure = new ApiFailure(status, ['why']);
    expect([failureWordsOf(failure).title, failure.refused]).toEqual([title, refused]);
  });

  it('shows the API’s words only where they help, never of a fault of its own', () => {
    expect(failureWordsOf(new ApiFailure(400, ['a', 'b'])).detail).toBe('a · b');
    expect(failureWordsOf(new ApiFailure(500, ['stack trace'])).detail).toBe('');
    expect(failureWordsOf(new TypeError('undefined is not a function'))).toEqual({ title: 'broken', detail: '' });
  });
});
