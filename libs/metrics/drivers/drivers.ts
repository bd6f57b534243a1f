import { choosePredictors, type LeftOut, repliesNeeded } from './choose-predictors.ts';
import { explainedBySubsets } from './explained-by-subsets.ts';
import { addPairSums, answeredBoth, correlation, emptyPairSums, type PairSums } from './pair-sums.ts';
import { seededDraws } from './seeded-draws.ts';
import { shapleyShares } from './shapley-shares.ts';

/** A share between 0 and 1 with its 95 % interval. */
export interface Share {
  value: number;
  low: number;
  high: number;
}

export interface Driver {
  question: number;
  /** Of what is explained, the share that this question accounts for: all of them add up to 1. */
  importance: Share;
  /** How many replies hold its score and the overall one. */
  n: number;
}

/** What moves the overall score, or that too little is known to say so. */
export interface Drivers {
  /** How much of the variance of the overall score is explained; null while nothing can be said. */
  explained: Share | null;
  drivers: Driver[];
  leftOut: LeftOut[];
  /** Replies that hold the overall score. */
  n: number;
  /** About how many more replies would tell something; null when something is told, or replies are not what is missing. */
  needed: number | null;
}

/** Draws behind an interval: its ends then wander by about a tenth of its width from seed to seed. */
const DRAWS = 400;
const SEED = 20_261_116;
const FEWEST_BLOCKS = 10;
/** Below this nothing is explained, and there is nothing to share. */
const NOTHING = 1e-12;

/**
 * Which scores move the overall score most: shares of the R² of a linear model of the overall score (question 0, as 1–5)
 * on the others, from the sums of several blocks of replies.
 *
 * The overall score is taken as 1–5, not as satisfied or not: a linear model fits it better, and a change from 1 to 2
 * counts too. Answers are correlated pair by pair, because nobody is asked everything: complete replies alone would be
 * few and unlike the rest. If the correlations contradict each other, the question least often answered is left out.
 * Intervals: percentiles of 400 draws of whole blocks with replacement, which the seed decides.
 */
export function driversOf(blocks: readonly PairSums[], seed = SEED): Drivers {
  const questions = blocks[0]?.questions ?? 1;
  const whole = emptyPairSums(questions);
  for (const block of blocks) addPairSums(whole, block);
  const { chosen, leftOut } = choosePredictors(whole);
  const n = answeredBoth(whole, 0, 0);
  let model = modelOf(whole, chosen);
  while (model === null && chosen.length > 0) {
    leftOut.push({ question: chosen.pop() ?? 0, reason: 'inconsistent', needed: null });
    model = modelOf(whole, chosen);
  }
  const filled = blocks.filter((block) => answeredBoth(block, 0, 0) > 0);
  if (model === null || chosen.length === 0 || filled.length < FEWEST_BLOCKS) {
    return { explained: null, drivers: [], leftOut, n, needed: shortOf(leftOut, n) };
  }
  const draws = drawnModels(filled, chosen, seed);
  return {
    explained: shareWith(
      model.explained,
      draws?.map(({ explained }) => explained),
    ),
    drivers: chosen.map((question, index) => ({
      question,
      n: answeredBoth(whole, 0, question),
      importance: shareWith(
        model.shares[index] ?? 0,
        draws?.map(({ shares }) => shares[index] ?? 0),
      ),
    })),
    leftOut,
    n,
    needed: null,
  };
}

/** How many more the nearest question lacks; where nobody scored any, how many a first one takes. */
function shortOf(leftOut: readonly LeftOut[], n: number): number | null {
  const lacking = leftOut.flatMap(({ needed }) => needed ?? []);
  if (lacking.length > 0) return Math.min(...lacking);
  return leftOut.length > 0 || n >= repliesNeeded(1) ? null : repliesNeeded(1) - n;
}

interface Model {
  explained: number;
  shares: number[];
}

/** Null where a question does not vary among these replies, or correlations contradict each other. */
function modelOf(sums: PairSums, chosen: readonly number[]): Model | null {
  const all = [0, ...chosen];
  const correlations: number[][] = [];
  for (const one of all) {
    const row: number[] = [];
    for (const other of all) {
      const value = one === other ? 1 : correlation(sums, one, other);
      if (value === null) return null;
      row.push(value);
    }
    correlations.push(row);
  }
  const subsets = explainedBySubsets(correlations);
  if (subsets === null) return null;
  const explained = subsets.at(-1) ?? 0;
  const parts = shapleyShares(subsets);
  return { explained, shares: parts.map((part) => (explained > NOTHING ? part / explained : 0)) };
}

/** Models of blocks drawn with replacement; undefined where more than one draw in ten could not be reckoned. */
function drawnModels(blocks: readonly PairSums[], chosen: readonly number[], seed: number): Model[] | undefined {
  const draw = seededDraws(seed);
  const models: Model[] = [];
  for (let round = 0; round < DRAWS; round += 1) {
    const times = new Uint16Array(blocks.length);
    for (let drawn = 0; drawn < blocks.length; drawn += 1) {
      const index = Math.floor(draw() * blocks.length);
      times[index] = (times[index] ?? 0) + 1;
    }
    const sums = emptyPairSums(blocks[0]?.questions ?? 1);
    blocks.forEach((block, index) => {
      const often = times[index] ?? 0;
      if (often > 0) addPairSums(sums, block, often);
    });
    const model = modelOf(sums, chosen);
    if (model !== null) models.push(model);
  }
  return models.length >= DRAWS * 0.9 ? models : undefined;
}

/** The middle 95 % of what was drawn, and the value itself; without draws anything between 0 and 1 may be. */
function shareWith(value: number, drawn: number[] | undefined): Share {
  if (drawn === undefined) return { value, low: 0, high: 1 };
  const sorted = drawn.sort((one, other) => one - other);
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? value;
  return { value, low: Math.min(value, at(0.025)), high: Math.max(value, at(0.975)) };
}
