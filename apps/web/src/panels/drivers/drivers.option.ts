import type { CustomSeriesRenderItem, EChartsOption } from 'echarts';
import type { ChartPalette } from '../../charts/chart-palette.ts';
import { plainTooltip } from '../../charts/plain-tooltip.ts';
import type { Speech } from '../../format/speech.ts';
import { type DriverRow, type DriverRows, type Quarter, wholePercent, wholeRange } from './drivers.rows.ts';
import { type Box, placeLabels } from './place-labels.ts';

export interface DriversSetting {
  palette: ChartPalette;
  speech: Speech;
}

/** The plot as ECharts lays it out, in pixels. */
interface Area {
  coordSys?: unknown;
}

/** Importance across, CSAT up; a dot a touchpoint with its name. Intervals are told on hover: drawn, they would strike out the names. */
export function driversOption(drawn: DriverRows, setting: DriversSetting): EChartsOption {
  const { palette, speech } = setting;
  const { rows } = drawn;
  const reach = Math.max(10, ...rows.map(({ importance }) => importance + 3));
  const all = rows.map(({ csat }) => csat);
  const pad = Math.max(2, (Math.max(...all) - Math.min(...all)) * 0.35);
  const labels = { color: palette.quiet, fontSize: 11, hideOverlap: true };
  const axis = { type: 'value', splitLine: { show: false }, axisLine: { lineStyle: { color: palette.line } } } as const;
  const name = { nameLocation: 'middle', nameTextStyle: { color: palette.quiet, fontSize: 11 } } as const;
  const percent = (value: number): string => wholePercent(speech, value);
  return {
    animation: false,
    textStyle: { fontFamily: palette.fontFamily, color: palette.quiet },
    grid: { left: 26, right: 26, top: 8, bottom: 26, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: {
      ...axis,
      ...name,
      name: speech.say('drivers.importance'),
      nameGap: 24,
      min: 0,
      max: Math.min(100, Math.ceil(reach / 5) * 5),
      inverse: speech.rightToLeft,
      axisLabel: { ...labels, formatter: percent },
    },
    yAxis: {
      ...axis,
      ...name,
      name: speech.say('drivers.performance'),
      nameGap: 38,
      position: speech.rightToLeft ? 'right' : 'left',
      min: Math.max(0, Math.floor((Math.min(...all) - pad) / 5) * 5),
      max: Math.min(100, Math.ceil((Math.max(...all) + pad) / 5) * 5),
      axisLabel: { ...labels, formatter: percent },
    },
    tooltip: {
      ...plainTooltip(palette),
      trigger: 'item',
      formatter: (shown) => {
        const row = Array.isArray(shown) ? undefined : rows[shown.dataIndex];
        return row ? driverLines(row, speech).join('\n') : '';
      },
    },
    series: [
      {
        type: 'custom',
        data: rows.map(({ importance, csat }) => [importance, csat]),
        z: 3,
        renderItem: drawDot(rows, palette),
      },
      {
        type: 'custom',
        data: rows.length === 0 ? [] : [[drawn.middle.importance, drawn.middle.csat]],
        silent: true,
        z: 1,
        renderItem: drawQuarters(setting),
      },
    ],
  };
}

/** What is said of one touchpoint: on hover, and to who walks the chart by keys. */
export function driverLines({ driver, name, importance, csat, quarter }: DriverRow, speech: Speech): string[] {
  const { importance: told, performance } = driver;
  const { figures } = speech;
  const range = (text: string | null): string => (text === null ? '' : ` (${text})`);
  const both = (low: number | null, high: number | null, write: (low: number, high: number) => string): string =>
    range(low === null || high === null ? null : write(low, high));
  return [
    `${name}: ${speech.say(`drivers.${quarter}`)}`,
    `${speech.say('drivers.importance')} ${wholePercent(speech, importance)}${both(told.low, told.high, (low, high) => wholeRange(speech, low, high))}`,
    `${speech.say('drivers.performance')} ${figures.value('percent', csat)}${both(performance.low, performance.high, (low, high) => figures.range('percent', low, high))}`,
    speech.say('panels.n', { n: figures.count(told.n) }),
  ];
}

const areaOf = ({ coordSys }: Area): Box => coordSys as Box;

function drawDot(rows: readonly DriverRow[], palette: ChartPalette): CustomSeriesRenderItem {
  return (params, draw) => {
    const row = rows[params.dataIndex];
    if (row === undefined) return null;
    const dots = rows.map(({ importance, csat, name }) => {
      const [x = 0, y = 0] = draw.coord([importance, csat]);
      return { x, y, text: name };
    });
    const { x, y } = dots[params.dataIndex] ?? { x: 0, y: 0 };
    const place = placeLabels(dots, areaOf(params))[params.dataIndex] ?? null;
    const color = row.quarter === 'mend' ? palette.concern : palette.series[0];
    return {
      type: 'group',
      children: [
        {
          type: 'circle',
          shape: { cx: x, cy: y, r: row.quarter === 'mend' ? 6.5 : 5 },
          style: { fill: color, stroke: palette.surface, lineWidth: 1.5 },
        },
        ...(place === null ? [] : [label(row, place, palette)]),
      ],
    };
  };
}

function label({ name, quarter }: DriverRow, { x, y, width, height }: Box, palette: ChartPalette) {
  const text = { text: name, x: x + width / 2, y: y + height / 2, align: 'center', verticalAlign: 'middle' } as const;
  const font = `${quarter === 'mend' ? '600 ' : ''}12px ${palette.fontFamily}`;
  return {
    type: 'text' as const,
    style: { ...text, font, fill: palette.ink, stroke: palette.surface, lineWidth: 3 },
    silent: true,
  };
}

/** Two lines through the means, and a word in the outer corner of each quarter. */
function drawQuarters({ palette, speech }: DriversSetting): CustomSeriesRenderItem {
  return (params, draw) => {
    const area = areaOf(params);
    const [x = 0, y = 0] = draw.coord([draw.value(0), draw.value(1)]);
    const style = { stroke: palette.limit, lineWidth: 1, lineDash: [4, 4] };
    const [start, end] = speech.rightToLeft ? (['right', 'left'] as const) : (['left', 'right'] as const);
    const corner = (quarter: Quarter, side: 'left' | 'right', top: boolean) => ({
      type: 'text' as const,
      style: {
        text: speech.say(`drivers.${quarter}`),
        x: side === 'left' ? area.x + 6 : area.x + area.width - 6,
        y: top ? area.y + 4 : area.y + area.height - 4,
        align: side,
        verticalAlign: top ? ('top' as const) : ('bottom' as const),
        font: `600 11px ${palette.fontFamily}`,
        fill: quarter === 'mend' ? palette.concern : palette.quiet,
      },
    });
    return {
      type: 'group',
      children: [
        { type: 'line', shape: { x1: x, y1: area.y, x2: x, y2: area.y + area.height }, style },
        { type: 'line', shape: { x1: area.x, y1: y, x2: area.x + area.width, y2: y }, style },
        corner('keep', end, true),
        corner('mend', end, false),
        corner('fine', start, true),
        corner('later', start, false),
      ],
    };
  };
}
