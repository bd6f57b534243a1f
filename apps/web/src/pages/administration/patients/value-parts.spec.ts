import { expect, it } from '@jest/globals';
import { valueParts } from './value-parts.ts';

it.each([
  ['csat', 4, [{ kind: 'number', value: 4 }]],
  ['recommends', false, [{ kind: 'truth', value: false }]],
  ['visitedAt', '2026-03-02T08:00:00.000Z', [{ kind: 'instant', value: '2026-03-02T08:00:00.000Z' }]],
  ['closedOn', '2026-03-02', [{ kind: 'date', value: '2026-03-02' }]],
  ['comment', '2026-03-02', [{ kind: 'text', value: '2026-03-02' }]],
  ['scores', { 'check-in': 1 }, [{ kind: 'number', value: 1, name: 'check-in' }]],
  [
    'subjects',
    ['waiting', 'food'],
    [
      { kind: 'text', value: 'waiting' },
      { kind: 'text', value: 'food' },
    ],
  ],
  ['comment', null, []],
])('%s %j', (field, value, parts) => {
  expect(valueParts(field, value)).toEqual(parts);
});
