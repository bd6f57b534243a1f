import { expect, it } from '@jest/globals';
import { ApiFailure, apiFailureOf } from '../../api/api-failure.ts';
import { doorRefusalOf, waitOf } from './door-refusal.ts';

it.each([
  [new ApiFailure(401, []), 'wrong'],
  [new ApiFailure(401, [], 'code-wrong'), 'code-wrong'],
  [new ApiFailure(400, [], 'password-too-common'), 'password-too-common'],
  [new ApiFailure(400, [], 'something new'), 'failed'],
  [new ApiFailure(429, []), 'wait'],
  [new ApiFailure(0, []), 'unreachable'],
  [new ApiFailure(503, []), 'unreachable'],
  [new ApiFailure(500, []), 'failed'],
  [new Error('a bug'), 'failed'],
])('%p is %s', (error, refusal) => {
  expect(doorRefusalOf(error)).toBe(refusal);
});

it.each([
  [1, { unit: 'second', count: 1 }],
  [119, { unit: 'second', count: 119 }],
  [120, { unit: 'minute', count: 2 }],
  [121, { unit: 'minute', count: 3 }],
])('%i seconds to wait', (waitSeconds, expected) => {
  expect(waitOf(apiFailureOf(429, { message: 'wait', waitSeconds }))).toEqual(expected);
});
