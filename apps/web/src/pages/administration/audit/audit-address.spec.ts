import { expect, it } from '@jest/globals';
import { auditFilterOf, auditQueryOf, breachQuestionOf } from './audit-address.ts';

const ID = '0c0c0c0c-0000-4000-8000-000000000001';

it.each([
  [{}, {}],
  [
    { q: 'ona', action: 'complaint', from: '2026-11-01', weeks: '12' },
    { action: 'complaint', from: '2026-11-01' },
  ],
  [{ actor: ID, record: 'x', to: 'yesterday' }, { actor: ID }],
])('the address %j asks for %j', (query, filter) => {
  expect(auditFilterOf(query)).toEqual(filter);
  expect(auditFilterOf(auditQueryOf(filter))).toEqual(filter);
});

it('adds the words that were typed, and tells an address none of them', () => {
  expect(auditFilterOf({ actor: ID }, 'ona')).toEqual({ q: 'ona', actor: ID });
  expect(auditQueryOf({ q: 'ona', actor: ID })).toEqual({ actor: ID });
});

it('leaves out of an address what is empty', () => {
  expect(auditQueryOf({ actor: ID, subject: '' })).toEqual({ actor: ID });
});

it.each([
  [{ actor: ID, from: '2026-11-01' }, null],
  [{ actor: 'somebody', from: '2026-11-01', to: '2026-12-01' }, null],
  [
    { actor: ID, from: '2026-11-01', to: '2026-12-01' },
    { actor: ID, from: '2026-11-01', to: '2026-12-01' },
  ],
])('the breach report at %j is about %j', (query, question) => {
  expect(breachQuestionOf(query)).toEqual(question);
});
