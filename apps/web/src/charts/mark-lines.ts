import type { MetricPointDto } from '#contracts/metric-answer.dto.ts';
import type { Unit } from '#metrics/vocabulary.ts';
import { periodName } from '../format/period-name.ts';
import { provisionalWords } from '../format/provisional-words.ts';
import { groupName, type Speech } from '../format/speech.ts';
import { valueWords } from './twin-table.ts';

/** What a mark says of itself: its group and value with interval and n, and beneath it its signal if it is one. */
export function markLines(
  { metric, unit }: { metric: string; unit: Unit },
  point: MetricPointDto,
  minimumResponses: number,
  speech: Speech,
): string[] {
  const name = groupName(speech, point.by) || speech.metricName(metric);
  const value = `${name}: ${valueWords(unit, point, minimumResponses, speech)}`;
  const basis = [
    ...(point.low === null || point.high === null ? [] : [speech.figures.range(unit, point.low, point.high)]),
    ...(unit === 'count' || point.n === null ? [] : [speech.say('panels.n', { n: speech.figures.count(point.n) })]),
  ];
  const marked = point.signal !== null && point.signal !== 'common-cause';
  return [
    [value, ...basis].join(' · '),
    ...(marked ? [speech.say(`panels.signals.${point.signal}`)] : []),
    ...(point.provisional ? [provisionalWords(point, speech)] : []),
  ];
}

/** A mark in one breath, for a screen reader. */
export function markLabel(
  of: { metric: string; unit: Unit },
  point: MetricPointDto,
  minimumResponses: number,
  speech: Speech,
): string {
  return [periodName(point, speech), ...markLines(of, point, minimumResponses, speech)].join(', ');
}
