import type { EChartsOption } from 'echarts';
import type { DeliveryDayDto } from '#contracts/freshness.dto.ts';
import type { ChartMark } from '../../../charts/chart-mark.ts';
import type { ChartPalette } from '../../../charts/chart-palette.ts';
import { niceAxis } from '../../../charts/nice-axis.ts';
import { plainTooltip } from '../../../charts/plain-tooltip.ts';
import type { Speech } from '../../../format/speech.ts';

/** True for a day on which something came, and fewer rows than the limit. */
export const isSmaller = ({ rows, deliveries, limit }: DeliveryDayDto): boolean =>
  deliveries > 0 && limit !== null && rows < limit;

/** Rows by day, the limit below which a day is out of the ordinary, and the days that were, by shape and colour. */
export function deliveriesOption(
  days: readonly DeliveryDayDto[],
  { palette, speech }: { palette: ChartPalette; speech: Speech },
): EChartsOption {
  const [color] = palette.series;
  const largest = largestUsual(days);
  const axis = niceAxis([0, largest], 3, true);
  return {
    animation: false,
    textStyle: { fontFamily: palette.fontFamily, color: palette.quiet },
    grid: { left: 4, right: 12, top: 12, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: {
      type: 'category',
      data: days.map(({ on }) => on),
      axisLine: { lineStyle: { color: palette.line } },
      axisTick: { show: false },
      axisLabel: {
        color: palette.quiet,
        fontSize: 11,
        hideOverlap: true,
        formatter: (on: string) => speech.dates.dayMonth(on),
      },
    },
    yAxis: {
      type: 'value',
      ...axis,
      axisLabel: { color: palette.quiet, fontSize: 11, formatter: speech.figures.axis('count', largest) },
      splitLine: { lineStyle: { color: palette.line } },
    },
    tooltip: {
      ...plainTooltip(palette),
      trigger: 'axis',
      formatter: (shown) => {
        const day = days[(Array.isArray(shown) ? shown[0]?.dataIndex : shown.dataIndex) ?? -1];
        return day === undefined ? '' : dayWords(day, speech).join('\n');
      },
    },
    series: [
      {
        type: 'line',
        step: 'middle',
        data: days.map((day) => ({ value: day.rows, ...symbolOf(day, palette) })),
        showAllSymbol: true,
        lineStyle: { color, width: 1.6 },
        areaStyle: { color, opacity: 0.13 },
        z: 3,
      },
      {
        type: 'line',
        step: 'middle',
        data: days.map(({ limit }) => limit ?? '-'),
        connectNulls: true,
        symbol: 'none',
        silent: true,
        lineStyle: { color: palette.limit, width: 1, type: 'dashed' },
        z: 2,
      },
    ],
  };
}

/** A day of more than this many times the middle one, like a first load of two years, goes beyond the axis. */
const FAR_BEYOND = 5;

function largestUsual(days: readonly DeliveryDayDto[]): number {
  const rows = days.flatMap((day) => (day.deliveries > 0 ? [day.rows] : [])).sort((a, b) => a - b);
  const middle = rows[rows.length >> 1] ?? 0;
  return rows.findLast((count) => count <= FAR_BEYOND * middle) ?? 0;
}

function symbolOf(day: DeliveryDayDto, { concern, series }: ChartPalette): object {
  if (isSmaller(day)) return { symbol: 'triangle', symbolSize: 11, itemStyle: { color: concern } };
  return { symbol: 'circle', symbolSize: day.deliveries > 0 ? 4 : 0, itemStyle: { color: series[0] } };
}

/** What a day says of itself. */
export function dayWords(
  { on, rows, deliveries, usual, limit }: DeliveryDayDto,
  { say, dates, figures }: Speech,
): string[] {
  const named = (key: string, value: number): string => `${say(`freshness.columns.${key}`)}: ${figures.count(value)}`;
  return [
    dates.day(on),
    [named('rows', rows), named('deliveries', deliveries)].join(' · '),
    ...(usual === null || limit === null ? [] : [[named('usual', usual), named('limit', limit)].join(' · ')]),
  ];
}

/** The days a keyboard can stand on; rows are no records one could open. */
export function deliveryMarks(days: readonly DeliveryDayDto[], speech: Speech): ChartMark[][] {
  return [
    days.map((day, index) => ({
      label: dayWords(day, speech).join(', '),
      to: null,
      value: day.rows,
      seriesIndex: 0,
      dataIndex: index,
    })),
  ];
}
