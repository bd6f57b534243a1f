import { describe, expect, it } from '@jest/globals';
import type { LineSeriesOption } from 'echarts';
import type { MetricPointDto } from '#contracts/metric-answer.dto.ts';
import { PLAIN_PALETTE } from '../../charts/chart-palette.fixture.ts';
import { answerOf, weekPoint } from '../../findings/points.fixture.ts';
import { PLAIN_SPEECH } from '../../format/speech.fixture.ts';
import { trendMarks, trendSummary } from './trend.marks.ts';
import { trendOption } from './trend.option.ts';
import type { TrendSetting } from './trend.setting.ts';
import { basisOf, isEmptyTrend, isUnheardOf, trendOf } from './trend.series.ts';
import { trendTitle } from './trend.title.ts';

const SETTING: TrendSetting = { palette: PLAIN_PALETTE, speech: PLAIN_SPEECH, minimumResponses: 10, narrow: false };
const withheld = { value: null, n: null, low: null, high: null, withheld: 'fewer-than-minimum', signal: null } as const;
const linesOf = (points: MetricPointDto[]): LineSeriesOption[] =>
  trendOption(trendOf([answerOf(points)]), SETTING).series as LineSeriesOption[];
const site = (name: string, week: number, part: Partial<MetricPointDto> = {}): MetricPointDto =>
  weekPoint(week, { by: { site: name }, ...part });

describe('the lines of a trend', () => {
  it('are one a group, each with a point a period', () => {
    const trend = trendOf([answerOf([site('a', 0), site('b', 0), site('a', 1), site('b', 1)])]);
    expect(trend.series.map(({ by, points }) => [by.site, points.length])).toEqual([
      ['a', 2],
      ['b', 2],
    ]);
    expect(trend.periods).toEqual(['2026-W41', '2026-W42']);
  });

  it('are at most four: the marked first, then those that rest on most', () => {
    const points = ['a', 'b', 'c', 'd', 'e', 'f'].map((name, index) => site(name, 0, { n: 100 + index }));
    points[0] = site('a', 0, { n: 5, signal: 'concern', value: 60 });
    const trend = trendOf([answerOf(points)]);
    expect([trend.series.map(({ by }) => by.site), trend.left]).toEqual([['a', 'd', 'e', 'f'], 2]);
  });

  it('are unheard of only where nothing was answered, not where it is withheld', () => {
    const nothing = { ...withheld, withheld: null, n: 0 };
    expect(isUnheardOf(trendOf([answerOf([weekPoint(0, nothing)])]))).toBe(true);
    expect(isUnheardOf(trendOf([answerOf([])]))).toBe(true);
    expect(isUnheardOf(trendOf([answerOf([weekPoint(0, nothing), weekPoint(1, withheld)])]))).toBe(false);
    expect(isUnheardOf(trendOf([answerOf([weekPoint(0, nothing), weekPoint(1)])]))).toBe(false);
  });

  it('end without a label where the last period has no value', () => {
    const lines = linesOf([weekPoint(0), weekPoint(1, withheld)]);
    expect(lines.filter(({ endLabel }) => endLabel?.show === true && endLabel.formatter === '')).toEqual([]);
  });

  it('rest on what is told of their points', () => {
    expect(
      basisOf(trendOf([answerOf([weekPoint(0, { n: 40 }), weekPoint(1, { n: 60 }), weekPoint(2, withheld)])])),
    ).toBe(100);
    expect(basisOf(trendOf([answerOf([weekPoint(0, withheld)])]))).toBeNull();
    expect(basisOf(trendOf([answerOf([site('a', 0), site('b', 0)])]))).toBeNull();
  });

  it('are empty when everything is withheld', () => {
    expect(isEmptyTrend(trendOf([answerOf([weekPoint(0, withheld)])]))).toBe(true);
    expect(isEmptyTrend(trendOf([answerOf([weekPoint(0)])]))).toBe(false);
  });
});

describe('the picture of a trend', () => {
  it('leaves a gap where a value is withheld', () => {
    const line = linesOf([weekPoint(0), weekPoint(1, withheld), weekPoint(2)]).at(-1);
    expect(line?.data).toMatchObject([{ value: 80 }, { value: '-' }, { value: 80 }]);
    expect(line?.connectNulls).toBe(false);
  });

  it.each([
    ['fewer-than-minimum', 'panels.withheld 10'],
    ['would-reveal-few', 'panels.wouldReveal 10'],
  ] as const)('says at the gap why there is no value: %s', (reason, words) => {
    const trend = trendOf([answerOf([weekPoint(0), weekPoint(1, { ...withheld, withheld: reason })])]);
    const { formatter } = trendOption(trend, SETTING).tooltip as { formatter(shown: { dataIndex: number }): string };
    expect(formatter({ dataIndex: 1 })).toContain(words);
    const [line] = trendMarks(trend, 10, PLAIN_SPEECH, () => null);
    expect(line?.map(({ label }) => label.includes(words))).toEqual([false, true]);
  });

  it('shades the interval from its lower to its upper end', () => {
    const [low, height] = linesOf([weekPoint(0, { low: -5, high: 12 }), weekPoint(1, withheld)]);
    expect([low?.data, height?.data, low?.stackStrategy]).toEqual([[-5, '-'], [17, '-'], 'all']);
  });

  it('marks a concern by shape as well as colour', () => {
    const line = linesOf([weekPoint(0), weekPoint(1, { value: 60, signal: 'concern' })]).at(-1);
    expect(line?.data).toMatchObject([
      { symbol: 'circle', itemStyle: { color: 'white' } },
      { symbol: 'triangle', itemStyle: { color: 'orange' } },
    ]);
  });

  it('draws what is provisional hollow, with dashes from the last settled point', () => {
    const [line, tail] = linesOf([
      weekPoint(0),
      weekPoint(1),
      weekPoint(2, { value: 70, provisional: true, expectedShare: 82 }),
    ]).slice(-2);
    expect(line?.data).toMatchObject([{ value: 80 }, { value: 80 }, { value: '-' }]);
    expect(line?.lineStyle?.type).toBe('solid');
    expect(line?.endLabel?.show).toBe(false);
    expect(tail?.data).toMatchObject([
      { value: '-' },
      { value: 80, symbol: 'none' },
      { value: 70, symbolSize: 11, itemStyle: { color: 'white', borderType: 'dashed' } },
    ]);
    expect(tail?.lineStyle?.type).toBe('dashed');
    expect(tail?.endLabel?.show).toBe(true);
  });

  it('says at a provisional point how much of it has come', () => {
    const trend = trendOf([answerOf([weekPoint(0), weekPoint(1, { provisional: true, expectedShare: 82 })])]);
    const [[settled, provisional] = []] = trendMarks(trend, 10, PLAIN_SPEECH, () => null);
    expect(settled?.label).not.toContain('freshness');
    expect(provisional?.label).toContain('freshness.shortShare 82');
    const series = trendOption(trend, SETTING).series as LineSeriesOption[];
    expect(series[provisional?.seriesIndex ?? 0]?.lineStyle?.type).toBe('dashed');
    expect(series[settled?.seriesIndex ?? 0]?.lineStyle?.type).toBe('solid');
  });

  it('draws the limits of a single line only', () => {
    const labels = linesOf([weekPoint(0), weekPoint(1)]).map(({ endLabel }) => endLabel?.formatter);
    expect(labels).toEqual(expect.arrayContaining(['panels.limits.upper 90', 'panels.limits.lower 70']));
    expect(linesOf([site('a', 0), site('b', 0)])).toHaveLength(6);
  });

  it('carries the limits on over the running week', () => {
    const upper = linesOf([weekPoint(0), weekPoint(1, { signal: null, limits: null })])[2];
    expect(upper?.data).toEqual([90, 90]);
  });

  it('does not write a limit over the value beside it', () => {
    const centre = linesOf([weekPoint(0)]).find(({ endLabel }) => String(endLabel?.formatter).includes('centre'));
    expect(centre?.endLabel?.show).toBe(false);
  });

  it('names several lines at their ends', () => {
    expect(linesOf([site('a', 0), site('b', 0)]).at(-1)?.endLabel?.formatter).toBe('b 80.0%');
  });
});

describe('the marks of a trend', () => {
  it('belong to the series that are drawn as lines, and lead to the records', () => {
    const trend = trendOf([answerOf([site('a', 0), site('b', 0), site('a', 1), site('b', 1)])]);
    const marks = trendMarks(
      trend,
      10,
      PLAIN_SPEECH,
      (_, point) => `/records?site=${point.by.site}&from=${point.from}`,
    );
    const series = trendOption(trend, SETTING).series as LineSeriesOption[];
    expect(marks.map(([first]) => series[first?.seriesIndex ?? 0]?.name)).toEqual(['a', 'b']);
    expect(marks[1]?.[1]).toMatchObject({ dataIndex: 1, to: '/records?site=b&from=2026-10-12' });
  });

  it('are summed up in words', () => {
    const trend = trendOf([answerOf([weekPoint(0), weekPoint(1, { value: 60, signal: 'concern' })])]);
    expect(trendSummary(trend, PLAIN_SPEECH)).toBe(
      'panels.trend.summary csat panels.week 41 panels.week 42 60.0% 80.0% 60.0% panels.trend.signals 1',
    );
  });
});

describe('the title of a trend', () => {
  const titleOf = (points: MetricPointDto[]): string | null => trendTitle(trendOf([answerOf(points)]), PLAIN_SPEECH);
  const fall = { value: 60, signal: 'concern' } as const;

  it('says which way the marked line went and since when', () => {
    expect(titleOf([weekPoint(0), weekPoint(1, fall), weekPoint(2, fall)])).toBe('finding.trend.fell csat 42');
  });

  it('names the place of one line among several', () => {
    expect(titleOf([site('a', 0), site('b', 0), site('a', 1, fall), site('b', 1)])).toBe(
      'finding.trend.fell finding.trend.whatAt csat a 42',
    );
  });

  it('does not date what began before the first week shown', () => {
    expect(titleOf([weekPoint(0, fall)])).toBe('finding.trend.low csat');
  });

  it('gives way to the plain title when nothing or several lines are marked', () => {
    expect(titleOf([weekPoint(0)])).toBeNull();
    expect(titleOf([site('a', 0, fall), site('b', 0, fall)])).toBeNull();
  });
});
