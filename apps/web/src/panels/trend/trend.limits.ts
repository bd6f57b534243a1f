import type { LineSeriesOption } from 'echarts';
import type { MetricPointDto } from '#contracts/metric-answer.dto.ts';
import { groundMarks } from './trend.ground-marks.ts';
import type { TrendSetting } from './trend.setting.ts';
import type { TrendSeries } from './trend.series.ts';

const LIMITS = ['upper', 'centre', 'lower'] as const;

/** Labels nearer to the value's own than this share of the axis would overlap it. */
const LEAST_DISTANCE = 0.08;

/** Upper limit, centre and lower limit of the signal rule, stepping with each period's number of answers. */
export function limitLines(line: TrendSeries, setting: TrendSetting): LineSeriesOption[] {
  const { points, unit } = line;
  const { palette, speech, narrow } = setting;
  const stretch = stretchOf(points);
  const value = points.at(-1)?.value ?? null;
  return LIMITS.map((limit) => {
    const values = carriedOn(points.map(({ limits }: MetricPointDto) => limits?.[limit] ?? null));
    const last = values.at(-1);
    const clear = last != null && (value === null || Math.abs(value - last) > LEAST_DISTANCE * stretch);
    return {
      type: 'line',
      step: 'middle',
      data: values.map((end) => end ?? '-'),
      symbol: 'none',
      silent: true,
      tooltip: { show: false },
      lineStyle: { color: palette.limit, width: 1, type: limit === 'centre' ? 'solid' : 'dashed' },
      endLabel: {
        show: !narrow && clear,
        formatter: last == null ? '' : speech.say(`panels.limits.${limit}`, { value: speech.figures.bare(unit, last) }),
        color: palette.quiet,
        fontSize: 11,
        distance: 8,
      },
      z: 2,
      ...(limit === 'centre' && groundMarks(line, setting)),
    };
  });
}

/** The last limit known holds on for the weeks that are not judged yet. */
function carriedOn(limits: (number | null)[]): (number | null)[] {
  const last = limits.findLastIndex((limit) => limit !== null);
  return limits.map((limit, index) => (index > last ? (limits[last] ?? null) : limit));
}

/** From the lowest to the highest thing drawn. */
function stretchOf(points: readonly MetricPointDto[]): number {
  const drawn = points.flatMap(({ low, high, limits }) => [low, high, limits?.lower, limits?.upper]);
  const known = drawn.filter((end) => end != null);
  return known.length === 0 ? 0 : Math.max(...known) - Math.min(...known);
}
