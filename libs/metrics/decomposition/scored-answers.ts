import { countBetween } from '../slot-count.ts';

/** Answers as far as a mean score needs them: how many, the sum of their scores and of their squares. Additive. */
export interface ScoredAnswers {
  n: number;
  sum: number;
  squares: number;
}

/** Answers of one group in the two periods that are compared. */
export interface AnswersThenNow {
  then: ScoredAnswers;
  now: ScoredAnswers;
}

/** A metric that is the mean of a score, one score an answer, in the metric's own unit. */
export interface MeanOfScores {
  read(counts: readonly number[]): ScoredAnswers;
  /** Answers added before a variance is estimated, so that ten satisfied of ten are not taken for certainty. */
  added: ScoredAnswers;
}

/** What can be split: CSAT is the mean of 100 (4 or 5) and 0, NPS that of 100 (9–10), 0 (7–8) and −100 (0–6). */
export const MEANS_OF_SCORES = {
  /** Added: one satisfied and one not. Source: Agresti and Caffo 2000, doi:10.1080/00031305.2000.10474560. */
  csat: {
    read: (counts) => scored(countBetween(counts, 3, 4), countBetween(counts, 0, 2), 0),
    added: { n: 2, sum: 100, squares: 10_000 },
  },
  /** Added: half of what Rocks adds to the answers behind one NPS, since a change rests on two. */
  nps: {
    read: (counts) => scored(countBetween(counts, 9, 10), countBetween(counts, 7, 8), countBetween(counts, 0, 6)),
    added: { n: 1.5, sum: 0, squares: 7_500 },
  },
} as const satisfies Record<string, MeanOfScores>;

const scored = (hundred: number, nought: number, minus: number): ScoredAnswers => ({
  n: hundred + nought + minus,
  sum: 100 * (hundred - minus),
  squares: 10_000 * (hundred + minus),
});

export const NOBODY: ScoredAnswers = { n: 0, sum: 0, squares: 0 };

/** Both together, or (`sign` −1) what is left of the first. */
export function addedAnswers(a: ScoredAnswers, b: ScoredAnswers, sign: 1 | -1 = 1): ScoredAnswers {
  return { n: a.n + sign * b.n, sum: a.sum + sign * b.sum, squares: a.squares + sign * b.squares };
}

/** Sum over groups, period by period. */
export function allAnswers(groups: readonly AnswersThenNow[]): AnswersThenNow {
  return groups.reduce<AnswersThenNow>(
    (sum, { now, then }) => ({ now: addedAnswers(sum.now, now), then: addedAnswers(sum.then, then) }),
    { now: NOBODY, then: NOBODY },
  );
}
