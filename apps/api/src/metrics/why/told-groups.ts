import type { WhyPeriodDto } from '#contracts/why.dto.ts';
import { combineHidden, type Combined, type MaybeTold } from '#metrics/decomposition/combine-hidden.ts';
import type { AnswersThenNow } from '#metrics/decomposition/scored-answers.ts';
import { disclose } from '../answer/disclosure.ts';
import { minimumOf } from '../small-numbers/minimum.ts';
import type { SmallNumbers } from '../small-numbers/small-numbers.ts';
import { codeOfGroup, type CountsThenNow, countsOfAll, type GatheredGroup, withSilentGroups } from './gather-why.ts';
import type { WhyQuestion } from './why-question.ts';

/** What may be told of everybody and of each group. */
export interface Told {
  whole: CountsThenNow;
  now: WhyPeriodDto;
  then: WhyPeriodDto;
  /** null where the groups cannot be told apart without giving one away. */
  combined: Combined | null;
  /** Touchpoints that are in none of the numbers. */
  leftOut: string[];
}

/** The two judgements that a split needs, each by the answers of the whole organisation. */
export interface Judges {
  groups: SmallNumbers;
  whole: SmallNumbers;
}

/**
 * Everything that is told follows by adding and subtracting from what the same questions without a split would tell: the
 * two scores of everybody, and of each group that may be told in both periods. The others are what is left.
 *
 * At each touchpoint other answers are counted, so that the whole of touchpoints is what may be told of them together.
 */
export function toldOf(why: WhyQuestion, gathered: readonly GatheredGroup[], judges: Judges): Told {
  const { metric, scores } = why;
  const groups = judgedGroups(why, gathered, judges.groups);
  const byTouchpoint = why.groups.by[0] === 'touchpoint';
  const told = groups.filter(({ told }) => told);
  const whole = countsOfAll(why, byTouchpoint ? told : groups);
  const answersOf = ({ now, then }: CountsThenNow): AnswersThenNow => ({
    now: scores.read(now),
    then: scores.read(then),
  });
  const asMaybeTold = ({ code, told: open, ...counts }: JudgedGroup): MaybeTold => ({
    code,
    answers: open ? answersOf(counts) : null,
  });
  const minimum = minimumOf(metric, why.whole.organisation) ?? 0;
  return {
    whole,
    now: periodOf(why, 'now', whole.now, byTouchpoint || judges.whole.mayTell(metric, {}, why.now)),
    then: periodOf(why, 'then', whole.then, byTouchpoint || judges.whole.mayTell(metric, {}, why.then)),
    combined: combineHidden((byTouchpoint ? told : groups).map(asMaybeTold), answersOf(whole), minimum),
    leftOut: byTouchpoint ? groups.filter((one) => !one.told).map(({ code }) => code) : [],
  };
}

interface JudgedGroup extends CountsThenNow {
  code: string;
  told: boolean;
}

/** Every group that anybody ever answered in, and whether its score may be told in both periods; without the silent. */
function judgedGroups(why: WhyQuestion, gathered: readonly GatheredGroup[], few: SmallNumbers): JudgedGroup[] {
  const { metric, groups } = why;
  const [dimension = 'department'] = groups.by;
  return withSilentGroups(why, gathered, few.everAnswered(metric)).flatMap(({ by, now, then }) => {
    const [told, silent] = (['now', 'then'] as const)
      .map((period) => {
        const estimate = metric.estimate(period === 'now' ? now : then, {});
        const minimum = minimumOf(metric, groups.organisation);
        const { withheld } = disclose(estimate, minimum, few.mayTell(metric, by, why[period]));
        return [withheld === null, estimate.n === 0] as const;
      })
      .reduce(([a, b], [c, d]) => [a && c, b && d] as const);
    return told && silent ? [] : [{ code: codeOfGroup(by, dimension), told, now, then }];
  });
}

function periodOf(why: WhyQuestion, period: 'now' | 'then', counts: readonly number[], safe: boolean): WhyPeriodDto {
  const { metric, whole } = why;
  const minimum = minimumOf(metric, whole.organisation);
  return { ...why[period], ...disclose(metric.estimate(counts, {}), minimum, safe), method: metric.method };
}
