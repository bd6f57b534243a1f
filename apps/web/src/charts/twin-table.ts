import type { MetricAnswerDto, MetricPointDto } from '#contracts/metric-answer.dto.ts';
import type { Unit } from '#metrics/vocabulary.ts';
import { toneOf, type Tone } from '../findings/change.ts';
import { periodName } from '../format/period-name.ts';
import { provisionalWords } from '../format/provisional-words.ts';
import { groupName, type Speech } from '../format/speech.ts';
import { withheldWords } from '../format/withheld-words.ts';
import { type Told, toldOf } from '../ui/told.ts';

/** One line of the table that says the same as a chart. */
export interface TwinRow {
  key: string;
  metric: string;
  metricName: string;
  period: string;
  group: string;
  value: string;
  interval: string;
  n: string;
  signal: string;
  tone: Tone | 'calm';
  point: Told;
}

/** Every point of the answers with equal values: what a chart draws, in words and figures. */
export function twinRowsOf(answers: readonly MetricAnswerDto[], minimumResponses: number, speech: Speech): TwinRow[] {
  return answers.flatMap(({ metric, unit, points }) =>
    points.map((point) => ({
      key: `${metric} ${point.at} ${JSON.stringify(point.by)}`,
      metric,
      metricName: speech.metricName(metric),
      period: periodName(point, speech),
      group: groupName(speech, point.by),
      value: valueWords(unit, point, minimumResponses, speech),
      interval: point.low === null || point.high === null ? '' : speech.figures.range(unit, point.low, point.high),
      n: speech.figures.count(point.n),
      signal: signalWords(point, speech),
      tone: toneOf(point.signal) ?? 'calm',
      point: toldOf({ metric, unit }, point),
    })),
  );
}

/** What is said of a number: its signal, or that it is provisional and not judged. */
function signalWords(point: MetricPointDto, speech: Speech): string {
  if (point.provisional) return provisionalWords(point, speech);
  return point.signal === null ? '' : speech.say(`panels.signals.${point.signal}`);
}

/** The value, or why there is none. */
export function valueWords(
  unit: Unit,
  point: MetricPointDto,
  minimumResponses: number,
  { say, figures }: Speech,
): string {
  if (point.withheld !== null) return withheldWords(point.withheld, minimumResponses, { say });
  if (point.value === null) return say('panels.noAnswers');
  return figures.value(unit, point.value);
}
