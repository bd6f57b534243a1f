import { expect, it } from '@jest/globals';
import { scoresInOrder } from './score-order.ts';

const order = (scores: Record<string, number>, asked: string[]) =>
  scoresInOrder(scores, asked).map(({ touchpoint }) => touchpoint);

it('puts what went worst first', () => {
  expect(order({ discovery: 5, care: 3, billing: 1 }, [])).toEqual(['billing', 'care', 'discovery']);
});

it('puts what the mark is about before everything else', () => {
  expect(order({ discovery: 5, care: 3, billing: 1 }, ['discovery', 'next-visit'])).toEqual([
    'discovery',
    'billing',
    'care',
  ]);
});

it('keeps the order of the journey among equals', () => {
  expect(order({ discovery: 4, scheduling: 4, care: 4 }, [])).toEqual(['discovery', 'scheduling', 'care']);
});

it('is empty without scores', () => {
  expect(order({}, ['care'])).toEqual([]);
});
