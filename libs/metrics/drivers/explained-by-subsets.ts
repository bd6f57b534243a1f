/** What is smaller is taken for rounding. */
const NOTHING = 1e-9;

/**
 * The share of variance explained (R²) by every subset of predictors, from a correlation matrix whose row and column 0
 * are those of what is explained: entry 5 = 0b101 is that of predictors 1 and 3. Each subset costs one step from the one
 * before it (a Schur complement), so twelve predictors' 4,096 take some 100,000 operations. A predictor that the others
 * already tell adds nothing. Null if the matrix is none that complete answers could have (not positive semi-definite),
 * which correlations taken pair by pair may be.
 */
export function explainedBySubsets(correlations: readonly (readonly number[])[]): Float64Array | null {
  const side = correlations.length;
  const predictors = side - 1;
  const subsets: Subsets = {
    side,
    explained: new Float64Array(2 ** predictors),
    after: Array.from({ length: predictors }, () => new Float64Array(side * side)),
  };
  return descend(Float64Array.from(correlations.flat()), predictors, 0, subsets) ? subsets.explained : null;
}

interface Subsets {
  side: number;
  explained: Float64Array;
  /** What is left of the matrix once a predictor is chosen; used again for every subset that agrees from there on. */
  after: readonly Float64Array[];
}

/** Decides predictor `last`, then those before it; `rest` is what is left of the matrix after the chosen ones. */
function descend(rest: Float64Array, last: number, chosen: number, subsets: Subsets): boolean {
  const left = rest[0] ?? 0;
  if (left < -NOTHING) return false;
  if (last === 0) {
    subsets.explained[chosen] = Math.min(1, Math.max(0, 1 - left));
    return true;
  }
  return descend(rest, last - 1, chosen, subsets) && descendWith(rest, last, chosen | (1 << (last - 1)), subsets);
}

function descendWith(rest: Float64Array, last: number, chosen: number, subsets: Subsets): boolean {
  const { side, after } = subsets;
  const row = last * side;
  const pivot = rest[row + last] ?? 0;
  if (pivot < -NOTHING) return false;
  if (pivot <= NOTHING) {
    const redundant = rest.subarray(row, row + last).every((value) => Math.abs(value) <= Math.sqrt(NOTHING));
    return redundant && descend(rest, last - 1, chosen, subsets);
  }
  const next = after[last - 1] ?? new Float64Array(0);
  for (let line = 0; line < last; line += 1) {
    const part = (rest[row + line] ?? 0) / pivot;
    for (let column = 0; column < last; column += 1) {
      next[line * side + column] = (rest[line * side + column] ?? 0) - part * (rest[row + column] ?? 0);
    }
  }
  return descend(next, last - 1, chosen, subsets);
}
