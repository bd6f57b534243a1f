import type { CustomSeriesRenderItem, CustomSeriesRenderItemAPI, EChartsOption } from 'echarts';
import type { Unit } from '#metrics/vocabulary.ts';
import type { ChartPalette } from '../../charts/chart-palette.ts';
import { markLines } from '../../charts/mark-lines.ts';
import { plainTooltip } from '../../charts/plain-tooltip.ts';
import { valueWords } from '../../charts/twin-table.ts';
import { sayingOf } from '../../findings/change-words.ts';
import type { Speech } from '../../format/speech.ts';
import type { DistributionRow } from './distribution.rows.ts';

export interface DistributionSetting {
  metric: string;
  unit: Unit;
  palette: ChartPalette;
  speech: Speech;
  minimumResponses: number;
  narrow: boolean;
  /** True where there is room for long names. */
  wide: boolean;
}

const ROW_HEIGHT = 28;
const AXIS_HEIGHT = 30;

/** How tall a distribution of so many rows is, in pixels. */
export function distributionHeight(rows: number): number {
  return rows * ROW_HEIGHT + AXIS_HEIGHT;
}

/** One row a group: a dot for its value, a line for its 95 % interval, value and n in figures beside it. */
export function distributionOption(rows: readonly DistributionRow[], setting: DistributionSetting): EChartsOption {
  const { metric, unit, palette, speech, minimumResponses } = setting;
  const side = speech.rightToLeft ? (['right', 'left'] as const) : (['left', 'right'] as const);
  const largest = Math.max(0, ...rows.map(({ point }) => point.value ?? 0));
  const labels = { fontSize: 12, color: palette.ink, fontFamily: palette.fontFamily };
  const rowAxis = { type: 'category', inverse: true, axisLine: { show: false }, axisTick: { show: false } } as const;
  const figures = rows.map(({ point }) => figureOf(point, setting));
  return {
    animation: false,
    textStyle: { fontFamily: palette.fontFamily, color: palette.quiet },
    grid: { left: 4, right: 4, top: 2, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: {
      type: 'value',
      scale: unit !== 'count',
      inverse: speech.rightToLeft,
      splitNumber: 3,
      axisLabel: {
        color: palette.quiet,
        fontSize: 11,
        hideOverlap: true,
        formatter: speech.figures.axis(unit, largest),
      },
      splitLine: { lineStyle: { color: palette.line } },
    },
    yAxis: [
      {
        ...rowAxis,
        position: side[0],
        data: rows.map(({ name }) => name),
        axisLabel: { ...labels, interval: 0, width: nameWidth(setting), overflow: 'truncate' },
      },
      {
        ...rowAxis,
        position: side[1],
        data: figures,
        axisLabel: { ...labels, interval: 0, color: palette.quiet, fontSize: 11 },
      },
    ],
    tooltip: {
      ...plainTooltip(palette),
      trigger: 'item',
      formatter: (shown) => {
        const row = Array.isArray(shown) ? undefined : rows[shown.dataIndex];
        if (!row) return '';
        const saying = row.point.change ? [sayingOf(unit, row.point, speech).text] : [];
        return [...markLines({ metric, unit }, row.point, minimumResponses, speech), ...saying].join('\n');
      },
    },
    series: [
      {
        type: 'custom',
        encode: { x: [0, 2, 3], y: 1 },
        data: rows.map(({ point }, index) => [
          point.value ?? '-',
          index,
          point.low ?? point.value ?? '-',
          point.high ?? point.value ?? '-',
        ]),
        renderItem: whisker(rows, palette),
      },
      // Rows are counted on both axes; without a series the second would have none to show.
      { type: 'custom', yAxisIndex: 1, data: [], renderItem: () => null },
    ],
  };
}

function figureOf({ value, n, withheld, ...point }: DistributionRow['point'], setting: DistributionSetting): string {
  const { unit, speech, minimumResponses, narrow } = setting;
  if (value === null) {
    if (withheld === null || narrow) return '–';
    return withheld === 'would-reveal-few'
      ? speech.say('panels.hidden')
      : speech.say('panels.fewer', { n: minimumResponses });
  }
  const shown = valueWords(unit, { ...point, value, n, withheld }, minimumResponses, speech);
  return unit === 'count' || n === null || narrow
    ? shown
    : `${shown} · ${speech.say('panels.n', { n: speech.figures.count(n) })}`;
}

function nameWidth({ narrow, wide }: DistributionSetting): number {
  if (narrow) return 104;
  return wide ? 190 : 132;
}

/** Draws one row: interval, then the value over it, by shape and colour of what is said of it. */
export function whisker(rows: readonly DistributionRow[], palette: ChartPalette): CustomSeriesRenderItem {
  return ({ dataIndex }, draw) => {
    const row = rows[dataIndex];
    if (!row || row.point.value === null) return null;
    const color =
      row.tone === 'concern' ? palette.concern : row.tone === 'improvement' ? palette.improvement : palette.series[0];
    const [x = 0, y = 0] = draw.coord([draw.value(0), draw.value(1)]);
    return { type: 'group', children: [intervalLine(draw, y, color), valueShape(row, x, y, color)] };
  };
}

function intervalLine(draw: CustomSeriesRenderItemAPI, y: number, color: string) {
  const [low = 0] = draw.coord([draw.value(2), draw.value(1)]);
  const [high = 0] = draw.coord([draw.value(3), draw.value(1)]);
  return {
    type: 'line' as const,
    shape: { x1: low, y1: y, x2: high, y2: y },
    style: { stroke: color, lineWidth: 3, opacity: 0.35, lineCap: 'round' as const },
  };
}

function valueShape({ tone }: DistributionRow, x: number, y: number, color: string) {
  if (tone === 'concern') {
    const points = [
      [x, y - 6],
      [x + 6, y + 5],
      [x - 6, y + 5],
    ];
    return { type: 'polygon' as const, shape: { points }, style: { fill: color } };
  }
  return { type: 'circle' as const, shape: { cx: x, cy: y, r: tone === 'calm' ? 4 : 5.5 }, style: { fill: color } };
}
