import { describe, expect, it } from '@jest/globals';
import type { CustomSeriesRenderItemAPI, CustomSeriesRenderItemParams } from 'echarts';
import { PLAIN_PALETTE } from '../../charts/chart-palette.fixture.ts';
import { answerOf, weekPoint } from '../../findings/points.fixture.ts';
import { PLAIN_SPEECH } from '../../format/speech.fixture.ts';
import { distributionOption, type DistributionSetting, whisker } from './distribution.option.ts';
import { distributionRows } from './distribution.rows.ts';

const SETTING: DistributionSetting = {
  metric: 'csat',
  unit: 'percent',
  palette: PLAIN_PALETTE,
  speech: PLAIN_SPEECH,
  minimumResponses: 10,
  narrow: false,
  wide: false,
};
const of = (site: string, part: Parameters<typeof weekPoint>[1] = {}): ReturnType<typeof weekPoint> =>
  weekPoint(0, { by: { site }, ...part });
const withheld = of('c', { value: null, n: null, withheld: 'fewer-than-minimum' });

describe('the rows of a distribution', () => {
  it('go from the highest to the lowest, those without a value last', () => {
    const rows = distributionRows(answerOf([of('a', { value: 70 }), withheld, of('b', { value: 90 })]), PLAIN_SPEECH);
    expect(rows.map(({ name }) => name)).toEqual(['b', 'a', 'c']);
  });

  it('leave out groups nobody answered for', () => {
    expect(distributionRows(answerOf([of('a', { value: null, n: 0 })]), PLAIN_SPEECH)).toEqual([]);
  });

  it('are coloured only by a signal or by a change that is more than chance', () => {
    const change = {
      from: '',
      to: '',
      value: 80,
      n: 9,
      difference: 9,
      low: 5,
      high: 13,
      method: 'wilson95' as const,
      withheld: null,
      verdict: 'better' as const,
      pValue: 0.001,
      moreReplies: null,
    };
    const points = [of('a', { value: 90, change }), of('b'), of('c', { value: 60, signal: 'concern' })];
    expect(distributionRows(answerOf(points), PLAIN_SPEECH).map(({ tone }) => tone)).toEqual([
      'improvement',
      'calm',
      'concern',
    ]);
  });
});

describe('the picture of a distribution', () => {
  const rows = distributionRows(
    answerOf([of('a', { value: 84.2, low: 80, high: 88, n: 1284 }), withheld]),
    PLAIN_SPEECH,
  );

  it('writes value and n beside each row, and why there is none', () => {
    const { yAxis } = distributionOption(rows, SETTING);
    expect(yAxis).toMatchObject([{ data: ['a', 'c'] }, { data: ['84.2% · panels.n 1,284', 'panels.fewer 10'] }]);
  });

  it('holds value, row and both ends of the interval, so that the axis reaches them', () => {
    const { series } = distributionOption(rows, SETTING);
    expect(series).toMatchObject([
      {
        data: [
          [84.2, 0, 80, 88],
          ['-', 1, '-', '-'],
        ],
        encode: { x: [0, 2, 3] },
      },
      {},
    ]);
  });

  it('mirrors for right-to-left readers', () => {
    const option = distributionOption(rows, { ...SETTING, speech: { ...PLAIN_SPEECH, rightToLeft: true } });
    expect([option.xAxis, option.yAxis]).toMatchObject([
      { inverse: true },
      [{ position: 'right' }, { position: 'left' }],
    ]);
  });

  it('draws the interval from end to end and nothing for a withheld row', () => {
    const values = [84.2, 0, 80, 88];
    const draw = {
      value: (dimension: number) => values[dimension] ?? 0,
      coord: ([x, y]: number[]) => [10 * (x ?? 0), 5 + (y ?? 0)],
    } as unknown as CustomSeriesRenderItemAPI;
    const item = (dataIndex: number): unknown =>
      whisker(rows, PLAIN_PALETTE)({ dataIndex } as CustomSeriesRenderItemParams, draw);
    expect(item(0)).toMatchObject({
      children: [{ shape: { x1: 800, x2: 880, y1: 5 } }, { shape: { cx: 842, cy: 5 } }],
    });
    expect(item(1)).toBeNull();
  });
});
