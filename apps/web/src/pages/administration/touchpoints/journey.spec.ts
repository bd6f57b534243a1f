import { expect, it } from '@jest/globals';
import type { TouchpointDto } from '#contracts/organisation.dto.ts';
import { journeyOf, movedBy } from './journey.ts';

const point = (code: string, position: number, parent: string | null = null): TouchpointDto => ({
  ...{ code, position, parent, version: 'read' },
  name: code,
  renamed: false,
  active: true,
});
const POINTS = [point('care', 3), point('check-in', 1), point('welcome', 9, 'check-in'), point('paper', 5, 'check-in')];

it('the journey is its steps in order, each with its finer points', () => {
  const journey = journeyOf({ touchpoints: POINTS });
  expect(journey.map(({ step, finer }) => [step.code, finer.map(({ code }) => code)])).toEqual([
    ['check-in', ['paper', 'welcome']],
    ['care', []],
  ]);
});

it.each([
  ['b', -1, ['b', 'a', 'c']],
  ['b', 1, ['a', 'c', 'b']],
  ['a', -1, null],
  ['c', 1, null],
  ['x', 1, null],
] as const)('%s moved by %i', (code, by, order) => {
  expect(movedBy([point('a', 1), point('b', 2), point('c', 3)], code, by)).toEqual(order);
});
