import type { MetricPointDto } from '#contracts/metric-answer.dto.ts';
import type { MetricsQueryDto } from '#contracts/metrics-query.dto.ts';
import type { WhyAnswerDto, WhyQueryDto } from '#contracts/why.dto.ts';
import { dateOf, dayNumberOf } from '#domain/calendar-date.ts';
import { SIGNAL_RULE } from '#metrics/signal-rule.ts';
import { isNothing, LinearAttacker } from './linear-attacker.ts';
import { type Answer, CHANNELS, DEPARTMENTS, SITE_OF, TODAY } from './small-hospital.ts';

/** Some departments, some channels, from a date to another (exclusive). */
export interface Region {
  departments: readonly string[];
  channels: readonly string[];
  from: string;
  to: string;
}

const KEYS = DEPARTMENTS.flatMap((department) => CHANNELS.map((channel) => ({ department, channel })));

/** Departments named together with those below them. */
const UNDER: Record<string, readonly string[]> = { medicine: ['medicine', 'ward-4b'] };

/**
 * What is known of the hospital's answers, cell by cell: department, channel and a stretch between two neighbouring ones
 * of the dates that any question begins or ends with.
 */
export class Knowledge {
  private readonly attacker: LinearAttacker;
  private readonly learnt = new Set<string>();
  /** The truth: how many answered before each date, by key. */
  private readonly before: number[][];

  constructor(
    answers: readonly Answer[],
    private readonly dates: readonly string[],
  ) {
    this.attacker = new LinearAttacker(KEYS.length * (dates.length - 1), 4_711);
    const stretches = dates.map(() => KEYS.map(() => 0));
    for (const { department, channel, respondedAt } of answers) {
      const key = KEYS.findIndex((one) => one.department === department && one.channel === channel);
      const stretch = stretches[dates.findLastIndex((date) => date <= respondedAt.slice(0, 10))];
      if (stretch !== undefined) stretch[key] = (stretch[key] ?? 0) + 1;
    }
    this.before = sumsBefore(stretches);
  }

  /** How many answered, in truth. */
  count(region: Region): number {
    return this.between(this.before, region);
  }

  /** Learns a sum; of a sum of nothing, that each part is nothing. */
  learn(region: Region, n: number): void {
    const columns = this.columnsOf(region);
    const name = columns.join();
    if (this.learnt.has(name)) return;
    this.learnt.add(name);
    for (const part of n === 0 ? columns.map((column) => [column]) : [columns]) this.attacker.learn(part);
  }

  /** Learns whatever an answer tells to one who sees these departments, and that groups it does not name have not answered. */
  learnAnswer(question: MetricsQueryDto, points: readonly MetricPointDto[], seen: readonly string[]): void {
    const named = new Set<string>();
    for (const { by, n, from, to, change, limits } of points) {
      const region = regionOf(question, by, seen);
      if (limits !== null) this.learnBaseline(region, question);
      for (const department of region.departments)
        for (const channel of region.channels) named.add(department + channel);
      if (n !== null) this.learn({ ...region, from, to }, n);
      if (change !== null && change.n !== null) this.learn({ ...region, from: change.from, to: change.to }, change.n);
    }
    const { departments, channels } = regionOf(question, {}, seen);
    for (const department of departments) {
      for (const channel of channels.filter((one) => !named.has(department + one))) {
        this.learn({ departments: [department], channels: [channel], from: question.from, to: question.to }, 0);
      }
    }
  }

  /** Learns what a split of a change tells: two spans of everybody, of each group, and of the others as they are named. */
  learnSplit({ by, where }: WhyQueryDto, { now, then, groups }: WhyAnswerDto, seen: readonly string[]): void {
    const asked = { metrics: ['csat'], from: now.from, to: now.to, grain: 'total' as const, where };
    const learnBoth = (
      region: Omit<Region, 'from' | 'to'>,
      counts: { now: number | null; then: number | null },
    ): void => {
      if (counts.now !== null) this.learn({ ...region, from: now.from, to: now.to }, counts.now);
      if (counts.then !== null) this.learn({ ...region, from: then.from, to: then.to }, counts.then);
    };
    learnBoth(regionOf(asked, {}, seen), { now: now.n, then: then.n });
    for (const group of groups) {
      const regions = group.members.map((code) => regionOf(asked, { [by]: code }, seen));
      const departments = [...new Set(regions.flatMap((region) => region.departments))];
      const channels = [...new Set(regions.flatMap((region) => region.channels))];
      learnBoth({ departments, channels }, { now: group.now.n, then: group.then.n });
    }
  }

  /** Limits are reckoned from the sums of the weeks that they rest on: the first ones with answers. */
  private learnBaseline(region: Omit<Region, 'from' | 'to'>, { to }: MetricsQueryDto): void {
    const weeks: { from: string; to: string }[] = [];
    for (let from = this.dates[0] ?? ''; ; from = weeks.at(-1)?.to ?? '') {
      const end = dateOf(dayNumberOf(from) + 7);
      if (end > to || end > TODAY) break;
      weeks.push({ from, to: end });
    }
    const answered = weeks.filter((week) => this.count({ ...region, ...week }) > 0);
    const { fewestWeeks, mostWeeks, periods } = SIGNAL_RULE;
    const length = Math.min(mostWeeks, Math.max(fewestWeeks, answered.length - Math.max(...periods)));
    const [first, last] = [answered[0], answered[length - 1]];
    if (first !== undefined && last !== undefined) this.learn({ ...region, from: first.from, to: last.to }, 1);
  }

  /** What is asked for and small, and follows from what was learnt. */
  recovered(regions: Iterable<Region>, isSmall: (n: number) => boolean, most: number): Region[] {
    const { change } = this.attacker;
    const stretches = this.dates.map((_, stretch) => KEYS.map((_key, key) => change[stretch * KEYS.length + key] ?? 0));
    const changeBefore = sumsBefore(stretches);
    const found: Region[] = [];
    for (const region of regions) {
      if (isSmall(this.count(region)) && isNothing(this.between(changeBefore, region))) found.push(region);
      if (found.length === most) break;
    }
    return found;
  }

  private between(before: readonly (readonly number[])[], { departments, channels, from, to }: Region): number {
    const [first, last] = [before[this.placeOf(from)], before[this.placeOf(to)]];
    let sum = 0;
    for (const [key, { department, channel }] of KEYS.entries()) {
      if (departments.includes(department) && channels.includes(channel))
        sum += (last?.[key] ?? 0) - (first?.[key] ?? 0);
    }
    return sum;
  }

  private columnsOf({ departments, channels, from, to }: Region): number[] {
    const [first, last] = [this.placeOf(from), this.placeOf(to)];
    return Array.from({ length: last - first }, (_, index) => first + index).flatMap((stretch) =>
      KEYS.flatMap(({ department, channel }, key) =>
        departments.includes(department) && channels.includes(channel) ? [stretch * KEYS.length + key] : [],
      ),
    );
  }

  /** Nobody answered before the first of the dates. */
  private placeOf(date: string): number {
    const place = date < (this.dates[0] ?? '') ? 0 : this.dates.indexOf(date);
    if (place < 0) throw new Error(`${date} is not among the dates`);
    return place;
  }
}

function sumsBefore(stretches: readonly (readonly number[])[]): number[][] {
  const sum = KEYS.map(() => 0);
  return stretches.map((stretch) => {
    const before = [...sum];
    for (const key of KEYS.keys()) sum[key] = (sum[key] ?? 0) + (stretch[key] ?? 0);
    return before;
  });
}

/** What a group of an answer consists of for one who sees these departments. */
export function regionOf(
  { where = {} }: MetricsQueryDto,
  by: Record<string, string>,
  seen: readonly string[],
): Omit<Region, 'from' | 'to'> {
  const kept = (code: string, department: string): boolean => (UNDER[code] ?? [code]).includes(department);
  return {
    departments: DEPARTMENTS.filter(
      (department) =>
        seen.includes(department) &&
        (where.department?.some((code) => kept(code, department)) ?? true) &&
        (where.site?.includes(SITE_OF[department]) ?? true) &&
        (by.department === undefined || by.department === department) &&
        (by.site === undefined || by.site === SITE_OF[department]),
    ),
    channels: CHANNELS.filter(
      (channel) => (where.channel?.includes(channel) ?? true) && (by.channel === undefined || by.channel === channel),
    ),
  };
}
