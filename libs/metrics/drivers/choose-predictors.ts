import { answeredBoth, correlation, type PairSums } from './pair-sums.ts';

/** Why a touchpoint is not in the model. `inconsistent`: taken pair by pair its answers contradict those to the others. */
export const LEFT_OUT_REASONS = ['too-few', 'never-varies', 'beyond-twelve', 'inconsistent'] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

export interface LeftOut {
  question: number;
  reason: LeftOutReason;
  /** About how many more replies would do, where that is the reason. */
  needed: number | null;
}

/** Shares of R² are exact up to so many. */
export const MOST_PREDICTORS = 12;
/** So many replies have to hold both answers of every pair of predictors. */
const FEWEST_OF_A_PAIR = 30;

/** How many replies a model of so many predictors needs: 50 + 8 each (Green 1991, Multivariate Behavioral Research 26). */
export const repliesNeeded = (predictors: number): number => 50 + 8 * predictors;

/** Which questions enter the model, those most often answered first. */
export function choosePredictors(sums: PairSums): { chosen: number[]; leftOut: LeftOut[] } {
  const leftOut: LeftOut[] = [];
  const chosen: number[] = [];
  const ofOverall = (question: number): number => answeredBoth(sums, 0, question);
  const asked = Array.from({ length: sums.questions - 1 }, (_, index) => index + 1)
    .filter((question) => ofOverall(question) > 0)
    .sort((one, other) => ofOverall(other) - ofOverall(one) || one - other);
  for (const question of asked) {
    const needed = Math.max(
      repliesNeeded(chosen.length + 1) - ofOverall(question),
      ...chosen.map((other) => FEWEST_OF_A_PAIR - answeredBoth(sums, question, other)),
    );
    const varies = [0, ...chosen].every((other) => correlation(sums, question, other) !== null);
    if (needed > 0) leftOut.push({ question, reason: 'too-few', needed });
    else if (!varies) leftOut.push({ question, reason: 'never-varies', needed: null });
    else if (chosen.length === MOST_PREDICTORS) leftOut.push({ question, reason: 'beyond-twelve', needed: null });
    else chosen.push(question);
  }
  return { chosen, leftOut };
}
