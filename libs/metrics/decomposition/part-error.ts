import type { GroupsThenNow, GroupThenNow } from './groups-then-now.ts';

/** The two periods, with the sign that each has in a change. */
export const SIDES = [
  ['now', 1],
  ['then', -1],
] as const;

export type Side = (typeof SIDES)[number][0];

/** What one more answer of a period moves: by its score less that of its group, and by belonging to its group. */
export interface Influence {
  ofScore: number;
  ofGroup: number;
}

/** What an answer of a group, in one of the periods, moves of the number that is asked about. */
export type InfluenceOf = (side: Side, sign: 1 | -1, group: GroupThenNow, index: number) => Influence;

/**
 * Covariance of two numbers that are smooth functions of the groups' weights and scores, by the delta method.
 *
 * Of N answers in a period each falls to group h with the chance w_h and then has a score v of mean s_h and variance σ_h².
 * To first order an answer moves a number by (a_h·(v − s_h) + b_h)/N, with a_h and b_h the derivatives along the group's
 * score and weight. The two terms do not vary together, since v − s_h is 0 in the mean whatever the group. So two numbers
 * with (a, b) and (c, d) have from this period [Σ w_h a_h c_h σ_h² + Σ w_h b_h d_h − Σ w_h b_h · Σ w_h d_h]/N; the periods
 * are independent and add up. A number's covariance with itself is its variance.
 */
export function covarianceOf(all: GroupsThenNow, one: InfluenceOf, other: InfluenceOf): number {
  return SIDES.reduce((sum, side) => {
    const { ofScores, ofGroups } = momentsOf(all, side, one, other);
    return sum + (ofScores + ofGroups) / all[side[0]].n;
  }, 0);
}

/** How many scores of one patient may bear on a number: by what they are, and by which groups they are given in. */
export interface ScoresAPatient {
  ofScores: number;
  ofGroups: number;
}

/**
 * The largest standard error that a number can have where a patient may have given m scores, one in each of m groups,
 * and those of one patient move together in a way that is not known: the square of a sum of m terms is at most m times
 * the sum of their squares, and the standard deviation of a sum is at most the sum of the standard deviations.
 */
export function largestErrorOf(all: GroupsThenNow, influence: InfluenceOf, patient: ScoresAPatient): number {
  const variance = SIDES.reduce((sum, side) => {
    const { ofScores, ofGroups } = momentsOf(all, side, influence, influence);
    const error = Math.sqrt(patient.ofScores * ofScores) + Math.sqrt(patient.ofGroups * ofGroups);
    return sum + error ** 2 / all[side[0]].n;
  }, 0);
  return Math.sqrt(variance);
}

function momentsOf(
  { groups }: GroupsThenNow,
  [side, sign]: (typeof SIDES)[number],
  one: InfluenceOf,
  other: InfluenceOf,
): { ofScores: number; ofGroups: number } {
  let ofScores = 0;
  let product = 0;
  let meanOfOne = 0;
  let meanOfOther = 0;
  groups.forEach((group, index) => {
    const { weight, variance } = group[side];
    if (weight === 0) return;
    const [a, b] = [one(side, sign, group, index), other(side, sign, group, index)];
    ofScores += weight * a.ofScore * b.ofScore * variance;
    product += weight * a.ofGroup * b.ofGroup;
    meanOfOne += weight * a.ofGroup;
    meanOfOther += weight * b.ofGroup;
  });
  const ofGroups = product - meanOfOne * meanOfOther;
  // A variance that is zero may come out a little below it.
  return { ofScores, ofGroups: one === other ? Math.max(0, ofGroups) : ofGroups };
}
