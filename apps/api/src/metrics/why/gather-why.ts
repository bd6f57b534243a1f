import type { Dimension } from '#contracts/dimension.ts';
import type { Transaction } from '../../database/database.ts';
import { slotsOf } from '../cells/metric-slots.ts';
import { readTables } from '../answer/read-tables.ts';
import { seriesOf } from '../answer/series.ts';
import type { WhyQuestion } from './why-question.ts';

/** The counts of one group in the two periods. */
export interface CountsThenNow {
  then: readonly number[];
  now: readonly number[];
}

export interface GatheredGroup extends CountsThenNow {
  by: Record<string, string>;
}

/** Reads the counts of every group that answered in one of the periods. */
export async function gatherWhy(transaction: Transaction, why: WhyQuestion): Promise<GatheredGroup[]> {
  const { metric, groups: question, now, then } = why;
  const cells = (await readTables(transaction, question, [{ metric, spans: [now, then] }])).get(metric.facts);
  if (cells === undefined) return [];
  return seriesOf(metric, question, cells).map(({ by, countsIn }) => ({
    by,
    now: countsIn(now, now.from),
    then: countsIn(then, then.from),
  }));
}

/** The same along with groups of which nothing was read, in no order of theirs. */
export function withSilentGroups(
  { metric }: WhyQuestion,
  groups: readonly GatheredGroup[],
  everAnswered: readonly Record<string, string>[],
): GatheredGroup[] {
  const known = new Set(groups.map(({ by }) => JSON.stringify(by)));
  const nothing = slotsOf(metric).map(() => 0);
  return [
    ...groups,
    ...everAnswered.flatMap((by) => (known.has(JSON.stringify(by)) ? [] : [{ by, now: nothing, then: nothing }])),
  ];
}

/** Counts of all groups together. */
export function countsOfAll({ metric }: WhyQuestion, groups: readonly CountsThenNow[]): CountsThenNow {
  const sum = (period: keyof CountsThenNow): number[] =>
    slotsOf(metric).map((_, slot) => groups.reduce((so, group) => so + (group[period][slot] ?? 0), 0));
  return { now: sum('now'), then: sum('then') };
}

/** The code of a group of a question by one dimension. */
export function codeOfGroup(by: Record<string, string>, dimension: Dimension): string {
  return by[dimension] ?? '';
}
