import { expect, it } from '@jest/globals';
import type { ChangeDto, MetricAnswerDto } from '#contracts/metric-answer.dto.ts';
import { judgedTogether, weeksJudged } from './judged-together.ts';
import { answerOf, weekPoint } from './points.fixture.ts';

const change = (difference: number, pValue: number | null, reach = 4): ChangeDto => ({
  from: '2026-09-28',
  to: '2026-10-05',
  value: 80,
  n: 90,
  difference,
  low: pValue === null ? null : difference - reach,
  high: pValue === null ? null : difference + reach,
  method: 'wilson95',
  withheld: null,
  verdict: 'better',
  pValue,
  moreReplies: null,
});
const answer = (...changes: (ChangeDto | null)[]): MetricAnswerDto =>
  answerOf(changes.map((one, index) => weekPoint(0, { by: { site: String(index) }, change: one })));
const verdicts = (answers: MetricAnswerDto[][]): unknown =>
  answers.map((part) => part.flatMap(({ points }) => points.map((point) => point.change?.verdict)));

it('takes back what only stands out among a few', () => {
  const parts = [[answer(change(5, 0.04))], [answer(change(1, 0.6), change(-1, 0.7), null, change(0, 0.9))]];
  const { answers, tests } = judgedTogether(parts, () => 'higher');
  expect(verdicts(answers)).toEqual([
    ['no-detectable-change'],
    ['no-detectable-change', 'no-detectable-change', undefined, 'no-detectable-change'],
  ]);
  expect(tests).toBe(4);
  expect(verdicts(judgedTogether([[answer(change(5, 0.04))]], () => 'lower').answers)).toEqual([['worse']]);
});

it('leaves what was given as it was, and what cannot be told untold', () => {
  const given = answer(change(5, null), change(3, 0.5, 40));
  expect(verdicts(judgedTogether([[given]], () => 'higher').answers)).toEqual([['too-few', 'too-few']]);
  expect(given.points[0]?.change?.verdict).toBe('better');
  expect(judgedTogether([], () => 'higher')).toEqual({ answers: [], tests: 0 });
});

it('counts groups whose last week was judged', () => {
  const points = [
    weekPoint(0, { by: { site: 'a' } }),
    weekPoint(0, { by: { site: 'b' } }),
    weekPoint(1, { by: { site: 'a' }, signal: 'concern' }),
    weekPoint(1, { by: { site: 'b' }, signal: null }),
  ];
  expect(weeksJudged([answerOf(points)])).toBe(1);
});
