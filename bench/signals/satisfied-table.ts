import { logGamma } from '../../libs/metrics/incomplete-beta.ts';

/**
 * How many of n replies are satisfied in a week that is better than a share `rank` of all weeks: the quantiles of the
 * binomial distribution or, where the true share wanders, of the beta-binomial one.
 */
export class SatisfiedTable {
  private readonly below: Float64Array;

  constructor(replies: number, share: number, wander: number) {
    this.below = new Float64Array(replies + 1);
    const chances = wander > 0 ? betaBinomial(replies, share, wander) : binomial(replies, share);
    let sum = 0;
    chances.forEach((chance, satisfied) => {
      sum += chance;
      this.below[satisfied] = sum;
    });
  }

  at(rank: number): number {
    let [low, high] = [0, this.below.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.below[middle] ?? 1) > rank) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

const logChoose = (n: number, k: number): number => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);

function binomial(n: number, share: number): number[] {
  return Array.from({ length: n + 1 }, (_, k) =>
    Math.exp(logChoose(n, k) + k * Math.log(share) + (n - k) * Math.log1p(-share)),
  );
}

function betaBinomial(n: number, share: number, wander: number): number[] {
  const size = (share * (1 - share)) / wander ** 2 - 1;
  const [a, b] = [share * size, (1 - share) * size];
  const whole = logGamma(a) + logGamma(b) - logGamma(a + b);
  return Array.from({ length: n + 1 }, (_, k) =>
    Math.exp(logChoose(n, k) + logGamma(k + a) + logGamma(n - k + b) - logGamma(n + a + b) - whole),
  );
}
