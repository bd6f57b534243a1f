import type { EChartsOption, LineSeriesOption } from 'echarts';
import type { XmrLimits } from '#metrics/control-charts/xmr-limits.ts';
import type { Unit } from '#metrics/vocabulary.ts';
import { niceAxis } from '../../charts/nice-axis.ts';
import { periodMark } from '../../format/period-name.ts';
import type { TrendSetting } from './trend.setting.ts';
import type { XmrView } from './xmr-view.ts';

const LIMITS = ['upper', 'centre', 'lower'] as const;

/** An individuals chart as ECharts draws it: the values, centre and limits of each stretch, special points by shape and colour. */
export function xmrOption(view: XmrView, unit: Unit, setting: TrendSetting): EChartsOption {
  const { palette, speech, narrow } = setting;
  const { points } = view.chart;
  const limits = limitsByPoint(view);
  const drawn = [...points.map(({ value }) => value), ...limits.flatMap((one) => [one?.upper, one?.lower])];
  const known = drawn.filter((end) => end != null);
  const largest = Math.max(0, ...known);
  return {
    animation: false,
    textStyle: { fontFamily: palette.fontFamily, color: palette.quiet },
    grid: { left: 4, right: narrow ? 16 : 112, top: 22, bottom: 4, outerBoundsMode: 'same' },
    xAxis: {
      type: 'category',
      data: view.shown.map(({ at }) => at),
      boundaryGap: false,
      axisLine: { lineStyle: { color: palette.line } },
      axisTick: { show: false },
      axisLabel: {
        ...{ color: palette.quiet, fontSize: 11, hideOverlap: true, showMaxLabel: true },
        formatter: (at: string) => periodMark(at, speech),
      },
    },
    yAxis: {
      type: 'value',
      ...niceAxis(known, 3, unit === 'count'),
      axisLabel: { color: palette.quiet, fontSize: 11, formatter: speech.figures.axis(unit, largest) },
      splitLine: { lineStyle: { color: palette.line } },
    },
    series: [
      ...LIMITS.map((limit) => limitLine(limit, limits, unit, setting)),
      {
        type: 'line',
        data: points.map(({ value, variation }) => ({ value, ...symbolOf(variation, setting) })),
        showAllSymbol: true,
        lineStyle: { color: palette.quiet, width: 2 },
        z: 4,
      },
    ],
  };
}

function limitsByPoint({ chart: { points, stretches } }: XmrView): (XmrLimits | null)[] {
  return points.map((_, index) => stretches.find(({ from, to }) => index >= from && index <= to)?.limits ?? null);
}

function limitLine(
  limit: (typeof LIMITS)[number],
  limits: readonly (XmrLimits | null)[],
  unit: Unit,
  { palette, speech, narrow }: TrendSetting,
): LineSeriesOption {
  const last = limits.at(-1)?.[limit] ?? null;
  return {
    type: 'line',
    step: 'middle',
    data: limits.map((one) => one?.[limit] ?? '-'),
    symbol: 'none',
    silent: true,
    lineStyle: { color: palette.limit, width: 1, type: limit === 'centre' ? 'solid' : 'dashed' },
    endLabel: {
      show: !narrow && last !== null,
      formatter: last === null ? '' : speech.say(`panels.limits.${limit}`, { value: speech.figures.bare(unit, last) }),
      ...{ color: palette.quiet, fontSize: 11, distance: 8 },
    },
    z: 2,
  };
}

function symbolOf(variation: XmrView['chart']['points'][number]['variation'], { palette }: TrendSetting): object {
  if (variation === 'common-cause')
    return { symbol: 'circle', symbolSize: 6, itemStyle: { color: palette.surface, borderColor: palette.quiet } };
  if (variation === 'concern') return { symbol: 'triangle', symbolSize: 11, itemStyle: { color: palette.concern } };
  if (variation === 'improvement')
    return { symbol: 'circle', symbolSize: 10, itemStyle: { color: palette.improvement } };
  return { symbol: 'diamond', symbolSize: 10, itemStyle: { color: palette.ink } };
}
