import { describe, expect, it } from '@jest/globals';
import { answerOf, weekPoint } from '../../findings/points.fixture.ts';
import { PLAIN_SPEECH } from '../../format/speech.fixture.ts';
import { heatGrid, type HeatSetting, lastColumns, mirroredColumns } from './heatmap.grid.ts';

const SETTING: HeatSetting = {
  rows: 'touchpoint',
  columns: 'week',
  orderOf: () => ['check-in', 'care'],
  minimumResponses: 10,
  speech: PLAIN_SPEECH,
};
const at = (
  touchpoint: string,
  week: number,
  part: Parameters<typeof weekPoint>[1] = {},
): ReturnType<typeof weekPoint> => weekPoint(week, { by: { touchpoint }, ...part });

describe('the grid of a heatmap', () => {
  it('has a cell for every row and column, in the organisation’s order', () => {
    const grid = heatGrid(answerOf([at('care', 0), at('loyalty', 0), at('check-in', 0), at('care', 1)]), SETTING);
    expect(grid.columns.map(({ label }) => label)).toEqual(['panels.week 41', 'panels.week 42']);
    expect(grid.rows.map(({ code, cells }) => [code, cells.map(({ kind }) => kind)])).toEqual([
      ['check-in', ['value', 'none']],
      ['care', ['value', 'value']],
      ['loyalty', ['value', 'none']],
    ]);
  });

  it('prints the value in the cell', () => {
    expect(heatGrid(answerOf([at('care', 0, { value: 81.6 })]), SETTING).rows[0]?.cells[0]?.text).toBe('82');
  });

  it('tells a withheld cell from one that nobody answered', () => {
    const withheld = at('care', 0, { value: null, withheld: 'fewer-than-minimum', signal: null });
    const unanswered = at('care', 1, { value: null, n: 0, signal: null });
    const [row] = heatGrid(answerOf([withheld, unanswered]), SETTING).rows;
    expect(row?.cells.map(({ kind, text }) => [kind, text])).toEqual([
      ['withheld', '–'],
      ['none', ''],
    ]);
  });

  it.each([
    ['fewer-than-minimum', 'panels.withheld 10'],
    ['would-reveal-few', 'panels.wouldReveal 10'],
  ] as const)('says why a cell is withheld: %s', (withheld, words) => {
    const hidden = at('care', 0, { value: null, n: null, low: null, high: null, withheld, signal: null });
    const [row] = heatGrid(answerOf([hidden]), SETTING).rows;
    expect(row?.cells[0]?.label).toContain(words);
  });

  it('outlines signals only', () => {
    const cells = [at('care', 0), at('care', 1, { value: 95, signal: 'improvement' })];
    const [row] = heatGrid(answerOf(cells), SETTING).rows;
    expect(row?.cells.map(({ tone }) => tone)).toEqual(['calm', 'improvement']);
  });

  it('stands one dimension against another', () => {
    const point = weekPoint(0, { by: { department: 'ward-4b', touchpoint: 'care' } });
    const grid = heatGrid(answerOf([point]), {
      ...SETTING,
      rows: 'department',
      columns: 'touchpoint',
      orderOf: () => [],
    });
    expect([grid.rows[0]?.name, grid.columns[0]?.label]).toEqual(['ward-4b', 'care']);
  });

  it('is cut to its last columns, and turned round for right-to-left pages', () => {
    const grid = heatGrid(answerOf([0, 1, 2].map((week) => at('care', week, { value: 80 + week }))), SETTING);
    const seen = ({ columns, rows }: typeof grid): unknown => [
      columns.map(({ key }) => key),
      rows[0]?.cells.map(({ text }) => text),
    ];
    expect(seen(lastColumns(grid, 2))).toEqual([
      ['2026-W42', '2026-W43'],
      ['81', '82'],
    ]);
    expect(seen(mirroredColumns(grid))).toEqual([
      ['2026-W43', '2026-W42', '2026-W41'],
      ['82', '81', '80'],
    ]);
  });
});
