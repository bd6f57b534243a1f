import { expect, it } from '@jest/globals';
import type { PreviewColumnDto } from '#contracts/imports.dto.ts';
import { reasonOf, sortedColumns } from './column-order.ts';

const column = (name: string, rest: Partial<PreviewColumnDto> = {}): PreviewColumnDto => ({
  ...{ name, label: null, samples: ['x'], fields: [], certainty: null, word: null, identifies: false, ...rest },
});

it('puts what is read first, then who somebody is, then what nothing needs', () => {
  const { read, leftOut } = sortedColumns([
    column('Progress'),
    column('Rating', { fields: ['csat'] }),
    column('Email', { identifies: true }),
    column('When', { fields: ['respondedAt'] }),
  ]);
  expect(read.map(({ name }) => name)).toEqual(['Rating', 'When']);
  expect(leftOut.map(({ name }) => name)).toEqual(['Email', 'Progress']);
});

it.each<[Partial<PreviewColumnDto>, string]>([
  [{ identifies: true }, 'identifies'],
  [{ samples: [] }, 'empty'],
  [{}, 'unneeded'],
  [{ fields: ['csat'], certainty: 'chosen', word: 'rating' }, 'chosen'],
  [{ fields: ['csat'], certainty: 'told', word: 'a' }, 'called'],
  [{ fields: ['csat'], certainty: 'told' }, 'told'],
  [{ fields: ['csat'], certainty: 'likely', word: 'rating' }, 'likely'],
  [{ fields: ['csat'], certainty: 'likely' }, 'guess'],
  [{ fields: ['csat'], certainty: 'guess', word: 'rating' }, 'guessWord'],
  [{ fields: ['csat'], certainty: 'guess' }, 'guess'],
])('%j is read, or left out, because: %s', (rest, reason) => {
  expect(reasonOf(column('a', rest))).toBe(reason);
});
