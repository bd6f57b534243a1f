import type { LineSeriesOption } from 'echarts';
import { baselineBands, changeLines } from './trend.ground.ts';
import type { TrendSeries } from './trend.series.ts';
import type { TrendSetting } from './trend.setting.ts';

const LONGEST_NOTE = 28;

/** A quiet band over the weeks that others are judged by, and a line where somebody marked a change. */
export function groundMarks(
  { baselines, points }: TrendSeries,
  { palette, speech, narrow }: TrendSetting,
): Pick<LineSeriesOption, 'markArea' | 'markLine'> {
  const bands = baselineBands(baselines, points);
  const changes = changeLines(baselines, points);
  const words = { color: palette.quiet, fontSize: 11 };
  return {
    ...(bands.length > 0 && {
      markArea: {
        silent: true,
        itemStyle: { color: palette.limit, opacity: 0.09 },
        label: { ...words, position: 'insideBottomLeft', show: !narrow },
        data: bands.map(({ first, last }) => [{ xAxis: first, name: speech.say('baselines.band') }, { xAxis: last }]),
      },
    }),
    ...(changes.length > 0 && {
      markLine: {
        silent: true,
        symbol: 'none',
        lineStyle: { color: palette.ink, width: 1, type: 'solid' },
        label: { ...words, color: palette.ink, position: 'end', distance: 4, formatter: '{b}' },
        data: changes.map(({ index, note }) => ({ xAxis: index, name: shortened(note) })),
      },
    }),
  };
}

function shortened(note: string): string {
  return note.length > LONGEST_NOTE ? `${note.slice(0, LONGEST_NOTE - 1)}…` : note;
}
