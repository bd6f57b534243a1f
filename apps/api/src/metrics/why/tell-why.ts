import type { SplitMethod, WhyAnswerDto, WhyGroupDto, WhyPartDto, WhyQueryDto } from '#contracts/why.dto.ts';
import { verdictsOf } from '#metrics/change.ts';
import type { Combined } from '#metrics/decomposition/combine-hidden.ts';
import { allAnswers, type AnswersThenNow } from '#metrics/decomposition/scored-answers.ts';
import { remainderOf, REMAINDER_TOLERANCE } from '#metrics/decomposition/settled-parts.ts';
import { type SplitChange, splitChange, type SplitOptions } from '#metrics/decomposition/split-change.ts';
import type { Difference, Metric } from '#metrics/metric.ts';
import { groupPeriod } from './group-period.ts';
import type { Told } from './told-groups.ts';
import type { WhyQuestion } from './why-question.ts';

/** The answer, as far as it may be told. */
export function tellWhy(
  { metric: code, by }: Pick<WhyQueryDto, 'metric' | 'by'>,
  why: WhyQuestion,
  told: Told,
  lastFactAt: string | null,
): WhyAnswerDto {
  const { metric } = why;
  const { now, then, combined, leftOut } = told;
  const withheld = now.withheld ?? then.withheld;
  const nobody = now.value === null || then.value === null;
  const members = combined === null || nobody ? [] : membersOf(combined);
  const split = splitChange(
    members.map(({ answers }) => answers),
    optionsOf(why, members.length),
  );
  const change = nobody ? null : changeOf(metric, told, optionsOf(why, members.length), split);
  return {
    metric: code,
    unit: metric.unit,
    by,
    now,
    then,
    change,
    ...partsOf(metric, members, split),
    withheld: withheld ?? (combined === null && !nobody ? 'would-reveal-few' : null),
    leftOut,
    provisional: why.now.to > why.whole.today,
    lastFactAt,
  };
}

type Member = Pick<WhyGroupDto, 'code' | 'members'> & { answers: AnswersThenNow };

function membersOf({ groups, others }: Combined): Member[] {
  const named = groups.map(({ code, answers }) => ({ code, members: [code], answers }));
  return others === null ? named : [...named, { code: null, members: others.codes, answers: others.answers }];
}

/** A patient may give a score at each touchpoint that is asked about; anything else is answered once. */
function optionsOf({ scores: { added }, groups: { by, filter } }: WhyQuestion, groups: number): SplitOptions {
  const touchpoints = filter.touchpoints?.length ?? 1;
  return by[0] === 'touchpoint'
    ? { added, scoresAPatient: Math.max(1, groups) }
    : { added, scoresAPatient: touchpoints, scoresInGroup: touchpoints };
}

/** The change as every other page tells it; where patients give several scores, with an interval that allows for it. */
function changeOf(
  metric: Metric,
  { whole }: Told,
  { scoresAPatient }: SplitOptions,
  split: SplitChange | null,
): WhyPartDto | null {
  const several = scoresAPatient !== 1;
  const difference = several ? (split?.change ?? null) : metric.difference(whole.now, whole.then, {});
  if (difference === null) return null;
  return wordsOf(metric, [{ difference, method: several ? 'delta95' : 'recovered95' }])[0] ?? null;
}

function partsOf(
  metric: Metric,
  members: readonly Member[],
  split: SplitChange | null,
): Pick<WhyAnswerDto, 'within' | 'mix' | 'groups' | 'remainder' | 'tests'> {
  if (split === null) return { within: null, mix: null, groups: [], remainder: 0, tests: 0 };
  const own = split.groups.flatMap(({ within, mix }) => [within, mix]);
  const parts = wordsOf(metric, [
    ...[split.within, split.mix].map((difference) => ({ difference, method: 'delta95' as const })),
    ...own.map((difference) => ({ difference, method: 'profile-likelihood95' as const })),
  ]);
  const [within = null, mix = null, ...ofGroups] = parts;
  const all = allAnswers(members.map(({ answers }) => answers));
  const rest = remainderOf(
    own.map(({ difference }) => difference),
    split.change.difference,
  );
  return {
    within,
    mix,
    groups: members.flatMap(({ code, members: codes, answers }, index) => {
      const [ownWithin, ownMix] = ofGroups.slice(2 * index);
      if (ownWithin === undefined || ownMix === undefined) return [];
      const [then, now] = [groupPeriod(metric, answers.then, all.then.n), groupPeriod(metric, answers.now, all.now.n)];
      return [{ code, members: codes, then, now, within: ownWithin, mix: ownMix }];
    }),
    remainder: Math.abs(rest) < REMAINDER_TOLERANCE ? 0 : rest,
    tests: parts.length,
  };
}

/** The words for parts that are looked at together. */
function wordsOf(
  { direction, unit }: Metric,
  parts: readonly { difference: Difference; method: SplitMethod }[],
): WhyPartDto[] {
  const verdicts = verdictsOf(parts.map(({ difference }) => ({ difference, direction, unit })));
  return parts.map(({ difference: { difference, low, high }, method }, index) => ({
    value: difference,
    low,
    high,
    method,
    verdict: verdicts[index] ?? 'too-few',
  }));
}
