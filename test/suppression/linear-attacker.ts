/** A prime near two to the 26th, so that products stay exact in a double. */
const PRIME = 67_108_859;

/**
 * Whoever knows some sums of unknown counts, and adds and subtracts them in every possible way. Arithmetic is done modulo
 * a large prime: what follows from the sums over the fractions follows there too.
 */
export class LinearAttacker {
  /** Sums learnt, in echelon form by the column of their leading one. */
  private readonly rows = new Map<number, Float64Array>();
  /**
   * A change of the unknowns, drawn at random, that leaves every sum learnt as it is. A sum that it changes cannot follow
   * from those learnt; one that it leaves alone does (but for one chance in sixty million).
   */
  change: Float64Array;
  private state: number;

  constructor(
    private readonly unknowns: number,
    seed: number,
  ) {
    this.state = seed;
    this.change = this.drawn();
  }

  /** Takes note of the sum of some unknowns. */
  learn(columns: readonly number[]): void {
    if (columns.reduce((sum, column) => (sum + (this.change[column] ?? 0)) % PRIME, 0) === 0) return;
    const row = new Float64Array(this.unknowns);
    for (const column of columns) row[column] = 1;
    for (let column = 0; column < this.unknowns; column += 1) {
      const factor = row[column] ?? 0;
      if (factor === 0) continue;
      const pivot = this.rows.get(column);
      if (pivot === undefined) {
        const inverse = inverseOf(factor);
        this.rows.set(
          column,
          row.map((value) => (value * inverse) % PRIME),
        );
        break;
      }
      for (let at = column; at < this.unknowns; at += 1) {
        const left = pivot[at] ?? 0;
        if (left !== 0) row[at] = ((row[at] ?? 0) + (PRIME - factor) * left) % PRIME;
      }
    }
    this.change = this.drawn();
  }

  private drawn(): Float64Array {
    const change = new Float64Array(this.unknowns);
    for (let column = this.unknowns - 1; column >= 0; column -= 1) {
      const row = this.rows.get(column);
      let sum = row === undefined ? this.random() : 0;
      if (row !== undefined) {
        for (let at = column + 1; at < this.unknowns; at += 1) sum = (sum + (row[at] ?? 0) * (change[at] ?? 0)) % PRIME;
      }
      change[column] = (PRIME - sum) % PRIME;
    }
    return change;
  }

  /** Lehmer's small generator: 1 … PRIME − 1. */
  private random(): number {
    this.state = (this.state * 48_271) % 2_147_483_647;
    return 1 + (this.state % (PRIME - 1));
  }
}

/** True if amounts add up to nothing, as the attacker reckons. */
export const isNothing = (sum: number): boolean => sum % PRIME === 0;

function inverseOf(value: number): number {
  let [result, base, exponent] = [1n, BigInt(value), BigInt(PRIME - 2)];
  for (; exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) result = (result * base) % BigInt(PRIME);
    base = (base * base) % BigInt(PRIME);
  }
  return Number(result);
}
