import type { Where } from '#contracts/dimension.ts';
import type { MetricAnswerDto, MetricPointDto } from '#contracts/metric-answer.dto.ts';
import type { ChangeVerdict, Signal, Unit } from '#metrics/vocabulary.ts';

/** Which way a change goes for the patient; neutral where neither way is better. */
export type Tone = 'concern' | 'improvement' | 'neutral';

/** Something that changed, with the evidence for saying so. */
export interface Change {
  metric: string;
  unit: Unit;
  /** The group it was seen in: a code a dimension. */
  by: Record<string, string>;
  /** The filters under which it was looked for, besides those of the page. */
  where?: Where;
  tone: Tone;
  /** True when the number went up, whether or not that is good. */
  rose: boolean;
  /** The point that shows it: the last week, or the whole period where it was found by comparing. */
  point: MetricPointDto;
  /** What the number was usually: the centre of the signal rule, or the value of the period compared with. */
  usual: number;
  /** First date of the weeks in a row that were marked; null when it began before the first week looked at, or was found by comparing. */
  since: string | null;
  /** `signal`: the signal rule marked the last week. `comparison`: only the comparison of two periods found it. */
  found: 'signal' | 'comparison';
  /** The weeks before it, oldest first, for a small picture; null is a gap. */
  run: (number | null)[];
  /** How far from chance, to put the clearest first. */
  strength: number;
}

const TONES: Partial<Record<Signal, Tone>> = {
  concern: 'concern',
  improvement: 'improvement',
  high: 'neutral',
  low: 'neutral',
};

/** The tone of a mark; undefined for what chance explains or nobody judged. */
export function toneOf(signal: Signal | null): Tone | undefined {
  return signal === null ? undefined : TONES[signal];
}

const VERDICT_TONES: Partial<Record<ChangeVerdict, Tone>> = {
  better: 'improvement',
  worse: 'concern',
  higher: 'neutral',
  lower: 'neutral',
};

/** The tone of a comparison; undefined where chance explains it or there is too little to tell. */
export function toneOfVerdict(verdict: ChangeVerdict): Tone | undefined {
  return VERDICT_TONES[verdict];
}

/** The groups whose last week is marked by the signal rule, in an answer by week. */
export function signalsIn(answer: MetricAnswerDto): Change[] {
  return [...groupsOf(answer.points).values()].flatMap((points) => {
    const last = points.at(-1);
    const tone = toneOf(last?.signal ?? null);
    if (!last || !tone || last.value === null || !last.limits) return [];
    const { centre, lower, upper } = last.limits;
    const edge = last.value > centre ? upper : lower;
    const room = Math.abs((edge ?? last.low ?? centre) - centre) || 1;
    return [
      {
        metric: answer.metric,
        unit: answer.unit,
        by: last.by,
        tone,
        rose: last.value > centre,
        point: last,
        usual: centre,
        since: beginningOfRun(points),
        found: 'signal' as const,
        run: points.map((point) => point.value),
        strength: 10 + Math.abs(last.value - centre) / room,
      },
    ];
  });
}

/** The groups whose change against the period compared with is more than chance, in an answer of one period. */
export function comparisonsIn(answer: MetricAnswerDto): Change[] {
  return answer.points.flatMap((point) => {
    const { change, value } = point;
    if (!change || value === null || change.value === null || change.difference === null) return [];
    const tone = toneOfVerdict(change.verdict);
    if (!tone) return [];
    const halfWidth = ((change.high ?? change.difference) - (change.low ?? change.difference)) / 2;
    return [
      {
        metric: answer.metric,
        unit: answer.unit,
        by: point.by,
        tone,
        rose: change.difference > 0,
        point,
        usual: change.value,
        since: null,
        found: 'comparison' as const,
        run: [],
        strength: halfWidth > 0 ? Math.abs(change.difference) / halfWidth : 1,
      },
    ];
  });
}

/** Points by group, each group's in order of period. */
export function groupsOf(points: readonly MetricPointDto[]): Map<string, MetricPointDto[]> {
  const groups = new Map<string, MetricPointDto[]>();
  for (const point of points) {
    const key = keyOfGroup(point.by);
    const group = groups.get(key);
    if (group) group.push(point);
    else groups.set(key, [point]);
  }
  return groups;
}

/** One text for a group, whatever the order its dimensions came in. */
export function keyOfGroup(by: Record<string, string>): string {
  return Object.keys(by)
    .sort()
    .map((dimension) => `${dimension}=${by[dimension]}`)
    .join('&');
}

function beginningOfRun(points: readonly MetricPointDto[]): string | null {
  const last = points.at(-1);
  let first = points.length;
  while (first > 0 && points[first - 1]?.signal === last?.signal) first -= 1;
  return first === 0 ? null : (points[first]?.from ?? null);
}
