import type { LineSeriesOption } from 'echarts';
import type { MetricPointDto } from '#contracts/metric-answer.dto.ts';
import type { TrendSetting } from './trend.option.ts';
import type { TrendSeries } from './trend.series.ts';

const LIMITS = ['upper', 'centre', 'lower'] as const;

/** Upper limit, centre and lower limit of the signal rule, stepping with each period's number of answers. */
export function limitLines(
  { points, unit }: TrendSeries,
  { palette, speech, narrow }: TrendSetting,
): LineSeriesOption[] {
  return LIMITS.map((limit) => {
    const values = points.map(({ limits }: MetricPointDto) => limits?.[limit] ?? null);
    const last = values.findLast((value) => value !== null);
    return {
      type: 'line',
      step: 'middle',
      data: values.map((value) => value ?? '-'),
      symbol: 'none',
      silent: true,
      tooltip: { show: false },
      lineStyle: { color: palette.limit, width: 1, type: limit === 'centre' ? 'solid' : 'dashed' },
      endLabel: {
        show: !narrow && last != null,
        formatter: last == null ? '' : speech.say(`panels.limits.${limit}`, { value: speech.figures.bare(unit, last) }),
        color: palette.quiet,
        fontSize: 11,
        distance: 8,
      },
      labelLayout: { moveOverlap: 'shiftY' },
      z: 2,
    };
  });
}
