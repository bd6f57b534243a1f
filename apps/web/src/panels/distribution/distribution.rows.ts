import type { MetricAnswerDto, MetricPointDto } from '#contracts/metric-answer.dto.ts';
import { type Tone, toneOf, toneOfVerdict } from '../../findings/change.ts';
import { groupName, type Speech } from '../../format/speech.ts';
import { type Told, toldOf } from '../../ui/told.ts';

/** One group of a distribution: its name and the point of its value. */
export interface DistributionRow {
  name: string;
  point: Told;
  tone: Tone | 'calm';
}

/** Groups from the highest value to the lowest; those without a value come last. Groups nobody answered for are left out. */
export function distributionRows(answer: MetricAnswerDto, speech: Speech): DistributionRow[] {
  return answer.points
    .filter(({ value, withheld }) => value !== null || withheld !== null)
    .map((point) => ({ name: groupName(speech, point.by), point: toldOf(answer, point), tone: toneOfPoint(point) }))
    .sort((one, other) => (other.point.value ?? -Infinity) - (one.point.value ?? -Infinity));
}

function toneOfPoint({ signal, change }: MetricPointDto): Tone | 'calm' {
  return toneOf(signal) ?? (change ? toneOfVerdict(change.verdict) : undefined) ?? 'calm';
}
