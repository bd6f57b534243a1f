/**
 * How much of the explained variance each predictor accounts for: what it adds to R², averaged over all orders in which
 * predictors could be taken in. The shares are never negative and add up to the R² of all predictors together.
 *
 * Source: Lindeman, Merenda & Gold 1980 ("LMG"); the same as Shapley's value of the game whose worth is R². Recommended
 * for correlated predictors by Grömping 2007, The American Statistician 61(2).
 */
export function shapleyShares(explained: ArrayLike<number>): number[] {
  const predictors = Math.log2(explained.length);
  const weights = orderWeights(predictors);
  return Array.from({ length: predictors }, (_, predictor) => {
    const bit = 1 << predictor;
    let share = 0;
    for (let subset = 0; subset < explained.length; subset += 1) {
      if ((subset & bit) !== 0) continue;
      const added = (explained[subset | bit] ?? 0) - (explained[subset] ?? 0);
      share += (weights[bitsOf(subset)] ?? 0) * added;
    }
    return Math.max(0, share);
  });
}

/** The share of all orders in which exactly a certain set of so many comes before a predictor: s!·(p − s − 1)!/p!. */
function orderWeights(predictors: number): number[] {
  const weights: number[] = [];
  let ways = 1;
  for (let size = 0; size < predictors; size += 1) {
    weights.push(1 / (predictors * ways));
    ways = (ways * (predictors - 1 - size)) / (size + 1);
  }
  return weights;
}

function bitsOf(subset: number): number {
  let bits = 0;
  for (let rest = subset; rest > 0; rest &= rest - 1) bits += 1;
  return bits;
}
