import { expect, it } from '@jest/globals';
import { freshnessOf, needsSomebody } from './freshness-of.ts';
import { answerOf, weekPoint } from './points.fixture.ts';

const late = { code: 'survey-tool', name: 'Survey tool', state: 'late', since: '2026-11-10T00:00:00Z' } as const;

it('names the periods of which more is expected, each with the least that has come', () => {
  const weeks = [
    weekPoint(0),
    weekPoint(1, { provisional: true, expectedShare: 91 }),
    weekPoint(2, { provisional: true, expectedShare: 43 }),
  ];
  const others = [weekPoint(1, { provisional: true, expectedShare: 82 }), weekPoint(2, { provisional: true })];
  expect(freshnessOf([answerOf(weeks), answerOf(others)]).periods).toEqual([
    { at: '2026-W42', expectedShare: 82 },
    { at: '2026-W43', expectedShare: 43 },
  ]);
});

it('tells each source that does not deliver once, however many numbers it feeds', () => {
  const answer = answerOf([weekPoint(0)]);
  const fed = { ...answer, freshness: { ...answer.freshness, provisional: true, sources: [late] } };
  expect(freshnessOf([fed, fed])).toEqual({ periods: [], running: true, visits: null, sources: [late] });
});

it('has nothing to say of numbers that are complete', () => {
  expect(freshnessOf([answerOf([weekPoint(0)])])).toEqual({ periods: [], running: false, visits: null, sources: [] });
});

it.each([
  ['late', true],
  ['mixed', true],
  ['fresh', false],
  ['unjudged', false],
])('%s needs somebody: %s', (state, does) => {
  expect(needsSomebody(state)).toBe(does);
});
