import type { WhyAnswerDto, WhyGroupDto, WhyPartDto } from '#contracts/why.dto.ts';
import type { Speech } from '../../format/speech.ts';

/** One part of a group, placed on an axis with zero in its middle: all in percent of the axis' length. */
export interface WhyBar {
  kind: 'within' | 'mix';
  part: WhyPartDto;
  start: number;
  length: number;
  /** Of the 95 % interval. */
  reachStart: number;
  reachLength: number;
  /** `−4.1 (−8.0 – −0.2)` */
  figure: string;
  interval: string;
}

export interface WhyRow {
  group: WhyGroupDto;
  name: string;
  bars: WhyBar[];
}

/** Groups that brought most come first; the others, of whom no name is told, last. */
export function whyRows({ by, groups }: WhyAnswerDto, speech: Speech): WhyRow[] {
  const sizeOf = ({ within, mix }: WhyGroupDto): number => Math.abs(within.value) + Math.abs(mix.value);
  const sorted = groups.toSorted(
    (one, other) => Number(one.code === null) - Number(other.code === null) || sizeOf(other) - sizeOf(one),
  );
  const furthest = Math.max(0, ...sorted.flatMap(({ within, mix }) => [within, mix].flatMap(endsOf)));
  return sorted.map((group) => ({
    group,
    name: nameOfGroup(group, by, speech),
    bars: (['within', 'mix'] as const).map((kind) => barOf(kind, group[kind], furthest, speech)),
  }));
}

/** The name of a group, or of the others by how many they are. */
export function nameOfGroup({ code, members }: WhyGroupDto, by: WhyAnswerDto['by'], speech: Speech): string {
  return code === null
    ? speech.say('why.others', { n: speech.figures.count(members.length) }, members.length)
    : speech.nameOf(by, code);
}

const endsOf = ({ value, low, high }: WhyPartDto): number[] => [Math.abs(value), Math.abs(low), Math.abs(high)];

function barOf(kind: WhyBar['kind'], part: WhyPartDto, furthest: number, { figures }: Speech): WhyBar {
  const placed = (from: number, to: number): { start: number; length: number } => {
    const scale = furthest === 0 ? 0 : 50 / furthest;
    return { start: 50 + Math.min(from, to) * scale, length: Math.abs(to - from) * scale };
  };
  const reach = placed(part.low, part.high);
  return {
    kind,
    part,
    ...placed(0, part.value),
    reachStart: reach.start,
    reachLength: reach.length,
    // Parts are often smaller than a point, so that both metrics have a digit more here.
    figure: figures.difference('percent', part.value),
    interval: figures.range('percent', part.low, part.high),
  };
}
