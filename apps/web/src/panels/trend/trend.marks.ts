import type { RouteLocationRaw } from 'vue-router';
import type { MetricPointDto } from '#contracts/metric-answer.dto.ts';
import type { ChartMark } from '../../charts/chart-mark.ts';
import { markLabel } from '../../charts/mark-lines.ts';
import { periodMark } from '../../format/period-name.ts';
import { groupName, type Speech } from '../../format/speech.ts';
import { firstMarkedSeries, provisionalSeries } from './trend.option.ts';
import type { Trend } from './trend.series.ts';

/** The marks a keyboard or a mouse can stand on, line by line. */
export function trendMarks(
  trend: Trend,
  minimumResponses: number,
  speech: Speech,
  linkTo: (metric: string, point: MetricPointDto) => RouteLocationRaw | null,
): ChartMark[][] {
  const first = firstMarkedSeries(trend);
  return trend.series.map((line, index) =>
    line.points.map((point) => ({
      label: markLabel(line, point, minimumResponses, speech),
      to: linkTo(line.metric, point),
      point,
      value: point.value,
      seriesIndex: point.provisional ? provisionalSeries(trend, index) : first + index,
      dataIndex: trend.periods.indexOf(point.at),
    })),
  );
}

/** What a trend shows in a few sentences, for those who do not see it. */
export function trendSummary(trend: Trend, speech: Speech): string {
  const { say, figures } = speech;
  const sentences = trend.series.map((line) => {
    const known = line.points.flatMap(({ value }) => (value === null ? [] : [value]));
    return say('panels.trend.summary', {
      metric: groupName(speech, line.by) || speech.metricName(line.metric),
      from: periodMark(line.points[0]?.at ?? '', speech),
      to: periodMark(line.points.at(-1)?.at ?? '', speech),
      low: figures.value(line.unit, known.length > 0 ? Math.min(...known) : null),
      high: figures.value(line.unit, known.length > 0 ? Math.max(...known) : null),
      last: figures.value(line.unit, line.points.at(-1)?.value ?? null),
    });
  });
  const marked = trend.series
    .flatMap(({ points }) => points)
    .filter(({ signal }) => signal !== null && signal !== 'common-cause');
  if (marked.length > 0) sentences.push(say('panels.trend.signals', { n: marked.length }, marked.length));
  return sentences.join(' ');
}
