/**
 * What the relations between some answers of the same people rest on: for each pair of questions, the sums over those who
 * answered both. Sums of any two sets of replies add up to those of both sets together, exactly, since scores are whole
 * numbers; so weeks can be counted apart and drawn anew.
 */
export interface PairSums {
  /** How many questions there are; question 0 is the one to be explained. */
  readonly questions: number;
  readonly sums: Float64Array;
}

const PER_PAIR = 6;

export function emptyPairSums(questions: number): PairSums {
  return { questions, sums: new Float64Array(((questions * (questions + 1)) / 2) * PER_PAIR) };
}

/** Where the sums of questions `first` ≤ `second` begin. */
const placeOf = (first: number, second: number): number => ((second * (second + 1)) / 2 + first) * PER_PAIR;

/** Counts one reply; null where a question was not answered. */
export function countReply({ questions, sums }: PairSums, scores: readonly (number | null)[]): void {
  for (let second = 0; second < questions; second += 1) {
    const y = scores[second] ?? null;
    if (y === null) continue;
    for (let first = 0; first <= second; first += 1) {
      const x = scores[first] ?? null;
      if (x === null) continue;
      let place = placeOf(first, second);
      for (const part of [1, x, y, x * x, y * y, x * y]) {
        sums[place] = (sums[place] ?? 0) + part;
        place += 1;
      }
    }
  }
}

/** Adds the sums of other replies, each as often as said. */
export function addPairSums({ sums }: PairSums, other: PairSums, times = 1): void {
  for (let place = 0; place < sums.length; place += 1) {
    sums[place] = (sums[place] ?? 0) + times * (other.sums[place] ?? 0);
  }
}

/** How many answered both questions. */
export function answeredBoth({ sums }: PairSums, one: number, other: number): number {
  return sums[placeOf(Math.min(one, other), Math.max(one, other))] ?? 0;
}

/** Pearson's correlation among those who answered both; null where one of the two never varies. */
export function correlation({ sums }: PairSums, one: number, other: number): number | null {
  const place = placeOf(Math.min(one, other), Math.max(one, other));
  const [n = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0] = sums.subarray(place, place + PER_PAIR);
  const spread = (n * xx - x * x) * (n * yy - y * y);
  return spread > 0 ? Math.max(-1, Math.min(1, (n * xy - x * y) / Math.sqrt(spread))) : null;
}
