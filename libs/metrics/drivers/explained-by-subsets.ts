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
  const predictors = correlations.length - 1;
  const explained = new Float64Array(2 ** predictors);
  // The predictors from the last to the first, so that those still to be decided stand at the front.
  const begin = correlations.map((row) => Float64Array.from(row));
  return descend(begin, predictors, 0, explained) ? explained : null;
}

/** Decides predictor `last`, then those before it; `rest` is what is left of the matrix after the chosen ones. */
function descend(rest: readonly Float64Array[], last: number, chosen: number, explained: Float64Array): boolean {
  const left = rest[0]?.[0] ?? 0;
  if (left < -NOTHING) return false;
  if (last === 0) {
    explained[chosen] = Math.min(1, Math.max(0, 1 - left));
    return true;
  }
  const without = descend(rest, last - 1, chosen, explained);
  return without && descendWith(rest, last, chosen | (1 << (last - 1)), explained);
}

function descendWith(rest: readonly Float64Array[], last: number, chosen: number, explained: Float64Array): boolean {
  const row = rest[last] ?? new Float64Array(0);
  const pivot = row[last] ?? 0;
  if (pivot < -NOTHING) return false;
  if (pivot <= NOTHING) {
    const redundant = row.subarray(0, last).every((value) => Math.abs(value) <= Math.sqrt(NOTHING));
    return redundant && descend(rest, last - 1, chosen, explained);
  }
  const after = rest.slice(0, last).map((line, index) => {
    const part = (row[index] ?? 0) / pivot;
    return line.subarray(0, last).map((value, column) => value - part * (row[column] ?? 0));
  });
  return descend(after, last - 1, chosen, explained);
}
