import { expect, it } from '@jest/globals';
import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import { limitsOf } from './reason-limits.ts';

it.each<[FactKind, string | null, string, unknown]>([
  ['survey-responses', 'nps', 'out-of-range', { min: 0, max: 10 }],
  ['survey-responses', 'csat', 'not-an-integer', { min: 1, max: 5 }],
  ['survey-responses', 'scores.check-in', 'out-of-range', { min: 1, max: 5 }],
  ['survey-responses', 'csat', 'required', null],
  ['survey-responses', 'comment', 'too-long', { most: expect.any(Number) }],
  ['survey-responses', 'constructor', 'out-of-range', null],
  ['waits', 'nps', 'out-of-range', null],
  ['waits', null, 'too-long', null],
])('of %s, %s, %s: %p', (kind, field, code, limits) => {
  expect(limitsOf({ kind, field, code })).toEqual(limits);
});
