import { describe, expect, it } from '@jest/globals';
import { answerOf, weekPoint } from '../../findings/points.fixture.ts';
import { PLAIN_SPEECH } from '../../format/speech.fixture.ts';
import { type HeatGrid, heatGrid } from './heatmap.grid.ts';
import { heatSummary, heatTitle } from './heatmap.words.ts';

const gridOf = (points: ReturnType<typeof weekPoint>[]): HeatGrid =>
  heatGrid(answerOf(points), {
    rows: 'site',
    columns: 'week',
    orderOf: () => [],
    minimumResponses: 10,
    speech: PLAIN_SPEECH,
  });
const marked = (site: string, week: number): ReturnType<typeof weekPoint> =>
  weekPoint(week, { by: { site }, value: 60, signal: 'concern' });
const calm = (site: string, week: number): ReturnType<typeof weekPoint> => weekPoint(week, { by: { site } });

describe('the title of a heatmap', () => {
  it.each([
    ['is the row that stands out now', [calm('a', 0), marked('a', 1), calm('b', 1)], 'finding.heatmap.one a csat'],
    ['counts them when several do', [marked('a', 1), marked('b', 1)], 'finding.heatmap.many 2 csat'],
    ['is plain when a mark is past', [marked('a', 0), calm('a', 1)], null],
  ])('%s', (_, points, title) => {
    expect(heatTitle(gridOf(points), 'csat', PLAIN_SPEECH)).toBe(title);
  });
});

it('sums a heatmap up by its ends', () => {
  const grid = gridOf([calm('a', 0), marked('b', 0)]);
  expect(heatSummary(grid, { metric: 'csat', unit: 'percent' }, PLAIN_SPEECH)).toBe(
    'panels.heatmap.summary csat 2 1 60.0% 80.0%',
  );
});
