import type { GroupThenNow } from './groups-then-now.ts';
import type { Influence, InfluenceOf, Side } from './part-error.ts';

/** What the change of the score as a whole rests on. */
export const ofChange: InfluenceOf = (side, sign, group) => ({ ofScore: sign, ofGroup: sign * group[side].score });

/** All parts *within* together. */
export const ofAllWithin: InfluenceOf = (side, sign, group) =>
  group.inBoth ? { ofScore: (sign * group.meanWeight) / group[side].weight, ofGroup: group.changeOfScore / 2 } : NONE;

/** All parts of the *mix* together; the centre is no matter to their sum. */
export const ofAllMix: InfluenceOf = (side, sign, group) => ({
  ofScore: group.changeOfWeight * scoreInMean(side, group),
  ofGroup: sign * group.meanScore,
});

/** The four factors of a group's two parts. */
export const ofMeanWeight = (one: number): InfluenceOf => only(one, () => ({ ofScore: 0, ofGroup: 0.5 }));

export const ofChangeOfScore = (one: number): InfluenceOf =>
  only(one, (side, sign, group) => (group.inBoth ? { ofScore: sign / group[side].weight, ofGroup: 0 } : NONE));

export const ofChangeOfWeight = (one: number): InfluenceOf => only(one, (_, sign) => ({ ofScore: 0, ofGroup: sign }));

/** The mean score less the centre, which is estimated too: half the mean of each period. */
export const ofScoreFromCentre =
  (one: number): InfluenceOf =>
  (side, _, group, index) => ({
    ofScore: (index === one ? scoreInMean(side, group) : 0) - 0.5,
    ofGroup: -0.5 * group[side].score,
  });

const NONE: Influence = { ofScore: 0, ofGroup: 0 };

function only(one: number, influenceOf: InfluenceOf): InfluenceOf {
  return (side, sign, group, index) => (index === one ? influenceOf(side, sign, group, index) : NONE);
}

/** The mean score is half of this period's, or all of it where the group did not answer in the other. */
function scoreInMean(side: Side, group: GroupThenNow): number {
  return (group.inBoth ? 0.5 : 1) / group[side].weight;
}
