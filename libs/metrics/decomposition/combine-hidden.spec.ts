import { expect, it } from '@jest/globals';
import { combineHidden, type MaybeTold } from './combine-hidden.ts';
import { allAnswers, type AnswersThenNow } from './scored-answers.ts';

const MINIMUM = 10;

const answers = (then: number, now: number): AnswersThenNow => ({
  then: { n: then, sum: 50 * then, squares: 5_000 * then },
  now: { n: now, sum: 40 * now, squares: 5_000 * now },
});

const EVERYBODY = { a: answers(90, 80), b: answers(40, 50), c: answers(20, 20), d: answers(7, 30), e: answers(12, 3) };
const WHOLE = allAnswers(Object.values(EVERYBODY));

const hiding = (...hidden: string[]): MaybeTold[] =>
  Object.entries(EVERYBODY).map(([code, own]) => ({ code, answers: hidden.includes(code) ? null : own }));

const names = (found: ReturnType<typeof combineHidden>) =>
  found && { told: found.groups.map(({ code }) => code), others: found.others?.codes ?? null };

it.each([
  ['nobody hidden', [], { told: ['a', 'b', 'c', 'd', 'e'], others: null }],
  ['two hidden, together enough', ['d', 'e'], { told: ['a', 'b', 'c'], others: ['d', 'e'] }],
  ['one hidden alone is joined by the smallest told', ['c'], { told: ['a', 'b', 'd'], others: ['c', 'e'] }],
  ['all but one hidden', ['b', 'c', 'd', 'e'], { told: ['a'], others: ['b', 'c', 'd', 'e'] }],
  ['nothing left to tell apart', ['a', 'b', 'c', 'd', 'e'], null],
])('%s', (_, hidden, expected) => {
  expect(names(combineHidden(hiding(...hidden), WHOLE, MINIMUM))).toEqual(expected);
});

it('gives the others what is left of the whole', () => {
  expect(combineHidden(hiding('d', 'e'), WHOLE, MINIMUM)?.others?.answers).toEqual(answers(19, 33));
});

it('lets told groups join until the others have enough answers in both periods', () => {
  const small = { a: answers(50, 50), b: answers(11, 11), c: answers(3, 4), d: answers(4, 3) };
  const groups = Object.entries(small).map(([code, own]) => ({ code, answers: own.now.n < MINIMUM ? null : own }));
  expect(names(combineHidden(groups, allAnswers(Object.values(small)), MINIMUM))).toEqual({
    told: ['a'],
    others: ['c', 'd', 'b'],
  });
});

it('withholds the split of two groups of which one is hidden', () => {
  const groups = [
    { code: 'a', answers: answers(50, 50) },
    { code: 'b', answers: null },
  ];
  expect(combineHidden(groups, allAnswers([answers(50, 50), answers(4, 20)]), MINIMUM)).toBeNull();
});

it('withholds a split that leaves something of the whole unnamed', () => {
  expect(combineHidden(hiding(), allAnswers([WHOLE, answers(1, 0)]), MINIMUM)).toBeNull();
});
