import { toneOf } from '../../findings/change.ts';
import { weekNumberOf } from '../../format/dates.ts';
import { groupName, type Speech } from '../../format/speech.ts';
import type { Trend, TrendSeries } from './trend.series.ts';

/**
 * The finding a trend shows, in at most ten words: the one line that is marked now, which way it went and since which
 * week. Null when none is or several are: then the panel's plain title stands.
 */
export function trendTitle({ series }: Trend, speech: Speech): string | null {
  const marked = series.filter(({ points }) => toneOf(points.at(-1)?.signal ?? null) !== undefined);
  const [line, ...others] = marked;
  const last = line?.points.at(-1);
  if (!line || others.length > 0 || !last?.limits || last.value === null) return null;
  const what = whatOf(line, speech);
  const rose = last.value > last.limits.centre;
  const since = beginning(line);
  if (since === null) return speech.say(`finding.trend.${rose ? 'high' : 'low'}`, { what });
  return speech.say(`finding.trend.${rose ? 'rose' : 'fell'}`, { what, n: weekNumberOf(since) });
}

function whatOf({ metric, by }: TrendSeries, speech: Speech): string {
  const place = groupName(speech, by);
  const name = speech.metricName(metric);
  return place === '' ? name : speech.say('finding.trend.whatAt', { metric: name, place });
}

function beginning({ points }: TrendSeries): string | null {
  const calm = points.findLastIndex(({ signal }) => signal !== points.at(-1)?.signal);
  return calm === -1 ? null : (points[calm + 1]?.from ?? null);
}
