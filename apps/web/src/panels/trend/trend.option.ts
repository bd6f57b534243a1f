import type { EChartsOption, LineSeriesOption } from 'echarts';
import type { MetricPointDto } from '#contracts/metric-answer.dto.ts';
import type { ChartPalette } from '../../charts/chart-palette.ts';
import { niceAxis, spreadLabels } from '../../charts/nice-axis.ts';
import { plainTooltip } from '../../charts/plain-tooltip.ts';
import { markLines } from '../../charts/mark-lines.ts';
import { periodMark, periodName } from '../../format/period-name.ts';
import { groupName, type Speech } from '../../format/speech.ts';
import { limitLines } from './trend.limits.ts';
import type { Trend, TrendSeries } from './trend.series.ts';
import type { TrendSetting } from './trend.setting.ts';

/** About how tall the plot is, in pixels: for telling whether labels at the ends of lines would overlap. */
const PLOT_HEIGHT = 190;

/** Series that carry marks come last, one a line of the trend: this is where the first of them stands. */
export function firstMarkedSeries(trend: Trend): number {
  return trend.series.length * 2 + (trend.series.length === 1 ? 3 : 0);
}

/** Where the line of what is provisional stands that belongs to a line of the trend; after all of those. */
export function provisionalSeries(trend: Trend, index: number): number {
  return firstMarkedSeries(trend) + trend.series.length + index;
}

/**
 * A trend as ECharts draws it: each line with its 95 % interval as a band, gaps where a value is withheld, marked
 * points by shape and colour, labels at the lines' ends; provisional points hollow, with a dashed line to them. A single line also shows the limits of the signal rule.
 */
export function trendOption(trend: Trend, setting: TrendSetting): EChartsOption {
  const { palette, speech, narrow } = setting;
  const unit = trend.series[0]?.unit ?? 'count';
  const largest = Math.max(
    0,
    ...trend.series.flatMap(({ points }) => points.map(({ high, value }) => high ?? value ?? 0)),
  );
  const single = trend.series.length === 1;
  const axis = niceAxis(drawnValues(trend), 3, unit === 'count');
  const moved = spreadLabels(
    trend.series.map(({ points }) => points.at(-1)?.value ?? null),
    axis,
    PLOT_HEIGHT,
  );
  return {
    animation: false,
    textStyle: { fontFamily: palette.fontFamily, color: palette.quiet },
    grid: {
      left: 4,
      right: narrow ? 16 : endRoom(trend, speech),
      top: 22,
      bottom: 4,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    xAxis: {
      type: 'category',
      data: trend.periods,
      boundaryGap: false,
      axisLine: { lineStyle: { color: palette.line } },
      axisTick: { show: false },
      axisLabel: {
        color: palette.quiet,
        fontSize: 11,
        hideOverlap: true,
        showMaxLabel: true,
        formatter: (at: string) => periodMark(at, speech),
      },
      axisPointer: { lineStyle: { color: palette.limit } },
    },
    yAxis: {
      type: 'value',
      ...axis,
      name: speech.figures.axisUnit(unit, largest),
      nameTextStyle: { color: palette.quiet, fontSize: 11, align: 'left', padding: [0, 0, 0, -8] },
      nameGap: 8,
      axisLabel: { color: palette.quiet, fontSize: 11, formatter: speech.figures.axis(unit, largest) },
      splitLine: { lineStyle: { color: palette.line } },
    },
    tooltip: {
      ...plainTooltip(palette),
      trigger: 'axis',
      formatter: (shown) => tooltipText(Array.isArray(shown) ? shown[0]?.dataIndex : shown.dataIndex, trend, setting),
    },
    series: [
      ...trend.series.flatMap((line, index) => bandOf(line, palette.series[index % 4] ?? palette.ink, index)),
      ...(single && trend.series[0] ? limitLines(trend.series[0], setting) : []),
      ...trend.series.map((line, index) =>
        lineOf(line, settled, palette.series[index % 4] ?? palette.ink, single, moved[index] ?? 0, setting),
      ),
      ...(trend.series.some(({ points }) => points.some(({ provisional }) => provisional))
        ? trend.series.map((line, index) =>
            lineOf(line, yetToCome, palette.series[index % 4] ?? palette.ink, single, moved[index] ?? 0, setting),
          )
        : []),
    ],
  };
}

function bandOf({ points }: TrendSeries, color: string, index: number): LineSeriesOption[] {
  const shared: LineSeriesOption = {
    type: 'line',
    stack: `band ${index}`,
    stackStrategy: 'all',
    symbol: 'none',
    silent: true,
    lineStyle: { opacity: 0 },
    tooltip: { show: false },
    z: 1,
  };
  const known = points.map(({ low, high, value }) =>
    value === null || low === null || high === null ? null : { low, high },
  );
  return [
    { ...shared, data: known.map((band) => band?.low ?? '-') },
    { ...shared, data: known.map((band) => (band ? band.high - band.low : '-')), areaStyle: { color, opacity: 0.13 } },
  ];
}

/** Which points a part of a line is drawn through, and how. */
interface LinePart {
  shows(points: readonly MetricPointDto[], index: number): boolean;
  marks(point: MetricPointDto): boolean;
  dash: 'solid' | 'dashed';
}

const settled: LinePart = {
  shows: (points, index) => points[index]?.provisional === false,
  marks: () => true,
  dash: 'solid',
};

/** From the last settled point on, so that the dashes begin where the line ends. */
const yetToCome: LinePart = {
  shows: (points, index) => points[index]?.provisional === true || points[index + 1]?.provisional === true,
  marks: ({ provisional }) => provisional,
  dash: 'dashed',
};

function lineOf(
  line: TrendSeries,
  part: LinePart,
  color: string,
  single: boolean,
  labelDown: number,
  { palette, speech, narrow }: TrendSetting,
): LineSeriesOption {
  const last = line.points.at(-1);
  const tone = last ? toneColor(last, palette) : undefined;
  const value = last?.value == null ? '' : speech.figures.value(line.unit, last.value);
  const ends = part.shows(line.points, line.points.length - 1);
  return {
    type: 'line',
    name: nameOf(line, speech),
    data: line.points.map((point, index) => ({
      value: part.shows(line.points, index) ? (point.value ?? '-') : '-',
      ...(part.marks(point) ? symbolOf(point, color, palette) : { symbol: 'none' }),
    })),
    connectNulls: false,
    showAllSymbol: true,
    lineStyle: { color, width: 2, type: part.dash },
    itemStyle: { color },
    emphasis: { disabled: false, scale: 1.4 },
    endLabel: {
      // An empty label would be taken for none, and the bare value be drawn.
      show: !narrow && ends && !(single && value === ''),
      formatter: single ? value : `${nameOf(line, speech)} ${value}`,
      color: tone ?? color,
      fontWeight: 600,
      fontSize: 12,
      distance: 8,
      offset: [0, labelDown],
      width: 188,
      overflow: 'truncate',
    },
    z: 4,
  };
}

function symbolOf(point: MetricPointDto, color: string, palette: ChartPalette): object {
  if (point.provisional) {
    const itemStyle = { color: palette.surface, borderColor: color, borderWidth: 1.6, borderType: 'dashed' };
    return { symbol: 'circle', symbolSize: 11, itemStyle };
  }
  const tone = toneColor(point, palette);
  if (tone === undefined) {
    return {
      symbol: 'circle',
      symbolSize: 6,
      itemStyle: { color: palette.surface, borderColor: color, borderWidth: 1.6 },
    };
  }
  const symbol = point.signal === 'concern' ? 'triangle' : point.signal === 'improvement' ? 'circle' : 'diamond';
  return {
    symbol,
    symbolSize: point.signal === 'concern' ? 11 : 10,
    itemStyle: { color: tone, borderColor: tone, borderWidth: 1 },
  };
}

function toneColor({ signal }: MetricPointDto, palette: ChartPalette): string | undefined {
  if (signal === 'concern') return palette.concern;
  if (signal === 'improvement') return palette.improvement;
  return signal === 'high' || signal === 'low' ? palette.ink : undefined;
}

function nameOf({ by, metric }: TrendSeries, speech: Speech): string {
  return groupName(speech, by) || speech.metricName(metric);
}

function endRoom(trend: Trend, speech: Speech): number {
  if (trend.series.length === 1) return 112;
  const longest = Math.max(...trend.series.map((line) => nameOf(line, speech).length));
  return Math.min(200, 76 + longest * 7);
}

function tooltipText(index: number | undefined, trend: Trend, { speech, minimumResponses }: TrendSetting): string {
  const points = trend.series.flatMap((line) => {
    const point = index === undefined ? undefined : line.points[index];
    return point ? [{ line, point }] : [];
  });
  const [first] = points;
  if (!first) return '';
  return [
    periodName(first.point, speech),
    ...points.flatMap(({ line, point }) => markLines(line, point, minimumResponses, speech)),
  ].join('\n');
}

/** Everything the axis must reach: values, intervals and, for a single line, limits. */
function drawnValues({ series }: Trend): number[] {
  return series
    .flatMap(({ points }) => points)
    .flatMap(({ value, low, high, limits }) => {
      const ends = series.length === 1 ? [limits?.lower, limits?.upper] : [];
      return (value === null ? ends : [value, low, high, ...ends]).filter((end) => end != null);
    });
}
