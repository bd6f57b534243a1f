/** Taken out of Math once: millions of look-ups of a global are what makes generating slow under a test runner. */
const { exp, floor, imul, log, sqrt } = Math;

/** Everything in the demo network follows from this word: the same word gives the same rows. */
export const SEED = 'lakeside-health';

/**
 * Reproducible chance from a key. Each day of each department draws from a stream of its own, so that another last day,
 * another scale or a new kind of row leaves all other rows as they are. The generator is sfc32.
 */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;
  private spareNormal: number | null = null;

  constructor(...key: readonly (string | number)[]) {
    const text = `${SEED}/${key.join('/')}`;
    let [x, y, z] = [0x9e3779b9, 0x85ebca6b, 0xc2b2ae35];
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      x = imul(x ^ code, 0x01000193);
      y = imul(y ^ (x >>> 15) ^ code, 0x2c1b3c6d);
      z = imul(z ^ (y >>> 12) ^ code, 0x297a2d39);
    }
    [this.a, this.b, this.c] = [x | 0, y | 0, z | 0];
    for (let i = 0; i < 12; i += 1) this.next();
  }

  /** Evenly spread over [0, 1). */
  next(): number {
    const sum = (this.a + this.b + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 0x1_0000_0000;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + floor(this.next() * (high - low + 1));
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[floor(this.next() * items.length)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  }

  /** A key of `weights`, as often as its weight says. */
  weighted<Key extends string>(weights: Readonly<Partial<Record<Key, number>>>): Key {
    const entries = Object.entries(weights) as [Key, number][];
    let left = this.next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [key, weight] of entries) {
      left -= weight;
      if (left < 0) return key;
    }
    return this.pick(entries)[0];
  }

  /** Standard normal (Marsaglia's polar method). */
  normal(): number {
    if (this.spareNormal !== null) {
      const spare = this.spareNormal;
      this.spareNormal = null;
      return spare;
    }
    for (;;) {
      const u = this.next() * 2 - 1;
      const v = this.next() * 2 - 1;
      const s = u * u + v * v;
      if (s >= 1 || s === 0) continue;
      const factor = sqrt((-2 * log(s)) / s);
      this.spareNormal = v * factor;
      return u * factor;
    }
  }

  /** Log-normal by its median; `spread` is the standard deviation of the logarithm. */
  skewed(median: number, spread: number): number {
    return median * exp(spread * this.normal());
  }

  /** How many of something happen when `mean` are expected (Poisson). */
  count(mean: number): number {
    const limit = exp(-mean);
    let product = this.next();
    let count = 0;
    while (product > limit) {
      product *= this.next();
      count += 1;
    }
    return count;
  }
}
