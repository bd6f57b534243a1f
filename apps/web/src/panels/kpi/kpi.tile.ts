import type { MetricAnswerDto, MetricPointDto } from '#contracts/metric-answer.dto.ts';
import type { Signal, Unit } from '#metrics/vocabulary.ts';
import { type Saying, sayingOf, sideOf } from '../../findings/change-words.ts';
import { provisionalWords } from '../../format/provisional-words.ts';
import type { Speech } from '../../format/speech.ts';
import { withheldWords } from '../../format/withheld-words.ts';
import { type Figure, headlineOf, type Told, toldOf } from '../../ui/told.ts';

/** One headline value as it stands on a page: never without its interval and n, its change in words. */
export interface Tile {
  metric: string;
  name: string;
  figure: Figure;
  unit: string;
  /** `82.1 – 86.1 · n 1,284`, or why there is no number. */
  basis: string;
  saying: Saying;
  /** The picture beside the name. */
  signal: Signal | null;
  /** True where the change is a fall. */
  fell: boolean;
  point: Told;
}

/** A tile for each answer that has a point; the last point is the period of the page. */
export function tilesOf(answers: readonly MetricAnswerDto[], minimumResponses: number, speech: Speech): Tile[] {
  return answers.flatMap(({ metric, unit, points }) => {
    const last = points.at(-1);
    if (!last) return [];
    const point = toldOf({ metric, unit }, last);
    const saying = sayingOf(unit, point, speech);
    return [
      {
        metric,
        name: speech.metricName(metric),
        ...headlineOf(point, speech.figures),
        basis: basisOf(unit, point, minimumResponses, speech),
        saying,
        signal: saying.tone === 'calm' || saying.tone === 'neutral' ? point.signal : saying.tone,
        fell: fellAt(point),
        point,
      },
    ];
  });
}

function fellAt({ value, signal, limits, change }: MetricPointDto): boolean {
  if (signal !== null && signal !== 'common-cause' && limits && value !== null) {
    const side = sideOf(value, limits);
    if (side !== 'lately') return side === 'below';
  }
  return (change?.difference ?? 0) < 0;
}

/** What a value rests on: interval and n; for a plain count, the count it is compared with. */
export function basisOf(unit: Unit, point: MetricPointDto, minimumResponses: number, { say, figures }: Speech): string {
  if (point.withheld !== null) return withheldWords(point.withheld, minimumResponses, { say });
  if (point.value === null) return say('panels.noAnswers');
  const parts: string[] = [];
  if (point.low !== null && point.high !== null) parts.push(figures.range(unit, point.low, point.high));
  if (unit !== 'count' && point.n !== null) parts.push(say('panels.n', { n: figures.count(point.n) }));
  if (unit === 'count' && point.change?.value != null) {
    parts.push(say('panels.change.against', { value: figures.count(point.change.value) }));
  }
  if (point.provisional) parts.push(provisionalWords(point, { say, figures }));
  return parts.join(' · ');
}
