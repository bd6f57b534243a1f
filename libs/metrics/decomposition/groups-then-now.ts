import { allAnswers, type AnswersThenNow, type ScoredAnswers } from './scored-answers.ts';

/** A group in one period: its part of all answers (0–1), its mean score, and the variance of its scores. */
export interface GroupShare {
  weight: number;
  score: number;
  variance: number;
}

export interface GroupThenNow {
  then: GroupShare;
  now: GroupShare;
  /** Answered in both periods: only then is a change of its score known. */
  inBoth: boolean;
  meanWeight: number;
  meanScore: number;
  changeOfWeight: number;
  changeOfScore: number;
}

/** All groups, with the numbers of answers and mean scores of the two periods; null when nobody answered in one of them. */
export interface GroupsThenNow {
  groups: readonly GroupThenNow[];
  then: { n: number; mean: number };
  now: { n: number; mean: number };
}

export function groupsThenNow(answers: readonly AnswersThenNow[], added: ScoredAnswers): GroupsThenNow | null {
  const whole = allAnswers(answers);
  if (!(whole.now.n > 0) || !(whole.then.n > 0)) return null;
  const groups = answers.map(({ now, then }): GroupThenNow => {
    // Who answered in one period alone has no change of score: it counts with the one it has, as a change of weight.
    const scoreNow = meanOf(now) ?? meanOf(then) ?? 0;
    const scoreThen = meanOf(then) ?? scoreNow;
    const weights = { now: now.n / whole.now.n, then: then.n / whole.then.n };
    return {
      now: { weight: weights.now, score: scoreNow, variance: varianceOf(now, added) },
      then: { weight: weights.then, score: scoreThen, variance: varianceOf(then, added) },
      inBoth: now.n > 0 && then.n > 0,
      meanWeight: (weights.now + weights.then) / 2,
      meanScore: (scoreNow + scoreThen) / 2,
      changeOfWeight: weights.now - weights.then,
      changeOfScore: scoreNow - scoreThen,
    };
  });
  return {
    groups,
    now: { n: whole.now.n, mean: whole.now.sum / whole.now.n },
    then: { n: whole.then.n, mean: whole.then.sum / whole.then.n },
  };
}

const meanOf = ({ n, sum }: ScoredAnswers): number | undefined => (n > 0 ? sum / n : undefined);

function varianceOf(answers: ScoredAnswers, added: ScoredAnswers): number {
  const n = answers.n + added.n;
  return Math.max(0, (answers.squares + added.squares) / n - ((answers.sum + added.sum) / n) ** 2);
}
