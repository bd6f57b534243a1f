import { describe, expect, it } from '@jest/globals';
import type { LineSeriesOption } from 'echarts';
import type { BaselineInUseDto } from '#contracts/baseline-in-use.dto.ts';
import { PLAIN_PALETTE } from '../../charts/chart-palette.fixture.ts';
import { answerOf, weekPoint } from '../../findings/points.fixture.ts';
import { PLAIN_SPEECH } from '../../format/speech.fixture.ts';
import { trendOf, type TrendSeries } from './trend.series.ts';
import { xmrOption } from './xmr.option.ts';
import { xmrView } from './xmr-view.ts';

const setting = { palette: PLAIN_PALETTE, speech: PLAIN_SPEECH, minimumResponses: 10, narrow: false };
const withheld = { value: null, n: null, low: null, high: null, withheld: 'fewer-than-minimum' } as const;
/** METRICS' golden series: 1, 2, 1, 2, 10, 1, 2, … */
const GOLDEN = Array.from({ length: 18 }, (_, index) => (index === 4 ? 10 : ((index < 4 ? index : index - 5) % 2) + 1));

function lineOf(values: readonly (number | null)[], baselines: BaselineInUseDto[] = []): TrendSeries {
  const points = values.map((value, week) => weekPoint(week, value === null ? withheld : { value }));
  const [line] = trendOf([{ ...answerOf(points), baselines }]).series;
  if (line === undefined) throw new Error('no line');
  return line;
}

describe('the NHS view of a line', () => {
  it('has the limits and marks of the golden series', () => {
    const view = xmrView(lineOf(GOLDEN), 'higher');
    const [stretch] = view?.chart.stretches ?? [];
    expect(stretch?.limits.centre).toBeCloseTo(1.94, 2);
    expect(stretch?.limits.upper).toBeCloseTo(4.6, 1);
    expect(view?.chart.points.map(({ variation }) => variation)[4]).toBe('improvement');
    expect(view?.chart.variation).toBe('common-cause');
    expect(view?.chart.assurance).toBeNull();
  });

  it('leaves out what is withheld or still running, and says how much that is', () => {
    const line = lineOf([80, null, 82, 81]);
    const view = xmrView(
      { ...line, points: line.points.map((p, i) => (i === 3 ? { ...p, provisional: true } : p)) },
      'higher',
    );
    expect([view?.shown.map(({ at }) => at), view?.left]).toEqual([['2026-W41', '2026-W43'], 2]);
    expect(view?.chart.trial).toBe(true);
  });

  it('is none of fewer than two values', () => {
    expect(xmrView({ ...lineOf([80]), points: [] }, 'higher')).toBeNull();
    expect(xmrView(lineOf([80]), 'higher')).toBeNull();
    expect(xmrView(lineOf([null, null]), 'higher')).toBeNull();
    expect(xmrView(lineOf([80, 80, 80]), 'higher')?.chart.variation).toBe('common-cause');
  });

  it('begins anew where a change was marked', () => {
    const change = { id: 'c', on: '2026-11-02', note: 'New desk' };
    const baseline: BaselineInUseDto = {
      ...{ by: {}, origin: 'rebased', state: 'too-short', from: null, to: null, weeks: null, trial: false },
      ...{ id: null, note: null, change, repliesAWeek: null, power: [] },
    };
    const view = xmrView(lineOf([80, 81, 80, 81, 60, 61, 60, 61], [baseline]), 'higher');
    expect(view?.chart.stretches.map(({ from, to }) => [from, to])).toEqual([
      [0, 3],
      [4, 7],
    ]);
  });

  it('is drawn with special points by shape and colour', () => {
    const view = xmrView(lineOf(GOLDEN), 'lower');
    if (view === null) throw new Error('no view');
    const series = xmrOption(view, 'percent', setting).series as LineSeriesOption[];
    expect(series).toHaveLength(4);
    expect(series.at(-1)?.data?.[4]).toMatchObject({ value: 10, symbol: 'triangle', itemStyle: { color: 'orange' } });
    expect(series.at(-1)?.data?.[5]).toMatchObject({ value: 1, symbol: 'circle' });
  });
});
