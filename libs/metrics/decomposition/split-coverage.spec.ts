import { describe, expect, it } from '@jest/globals';
import { type AnswersThenNow, MEANS_OF_SCORES, type ScoredAnswers } from './scored-answers.ts';
import { splitChange, type SplitChange } from './split-change.ts';

const TRIALS = 800;
const { nps } = MEANS_OF_SCORES;

/** Numbers from 0 to 1, always the same (mulberry32). */
function drawing(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** In each period: what part of the answers falls to a group, and of those the parts of promoters and detractors. */
type Truth = readonly { weight: number; promoters: number; detractors: number }[];

const THEN: Truth = [
  { weight: 0.5, promoters: 0.6, detractors: 0.15 },
  { weight: 0.3, promoters: 0.35, detractors: 0.35 },
  { weight: 0.2, promoters: 0.45, detractors: 0.2 },
];
const NOW: Truth = [
  { weight: 0.35, promoters: 0.5, detractors: 0.25 },
  { weight: 0.35, promoters: 0.3, detractors: 0.4 },
  { weight: 0.3, promoters: 0.65, detractors: 0.1 },
];

function drawn(truth: Truth, n: number, random: () => number): ScoredAnswers[] {
  const counts = truth.map(() => [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  for (let answer = 0; answer < n; answer += 1) {
    let place = random();
    let group = 0;
    while (group < truth.length - 1 && place >= (truth[group]?.weight ?? 1)) place -= truth[group++]?.weight ?? 1;
    const { promoters = 0, detractors = 0 } = truth[group] ?? {};
    const score = random();
    const slot = score < promoters ? 9 : score < promoters + detractors ? 0 : 7;
    const own = counts[group] ?? [];
    own[slot] = (own[slot] ?? 0) + 1;
  }
  return counts.map(nps.read);
}

/** The split of the truth itself: answers without end. */
const expected = (truth: Truth): ScoredAnswers[] =>
  truth.map(({ weight, promoters, detractors }) => ({
    n: weight,
    sum: 100 * weight * (promoters - detractors),
    squares: 10_000 * weight * (promoters + detractors),
  }));

const paired = (then: readonly ScoredAnswers[], now: readonly ScoredAnswers[]): AnswersThenNow[] =>
  then.flatMap((one, index) => (now[index] === undefined ? [] : [{ then: one, now: now[index] }]));

const numbersOf = ({ change, within, mix, groups }: SplitChange) => [
  change,
  within,
  mix,
  ...groups.flatMap((one) => [one.within, one.mix]),
];

const PARTS = [
  'the change',
  'all within',
  'all of the mix',
  ...['first', 'second', 'third'].flatMap((group) => [`within the ${group}`, `mix of the ${group}`]),
];

/** How many of 100 intervals hold what is true, part by part. */
function coverage(then: Truth, now: Truth, n: number): number[] {
  const random = drawing(20_261_123 + n);
  const whole = splitChange(paired(expected(then), expected(now)), nps);
  const truth = whole === null ? [] : numbersOf(whole).map(({ difference }) => difference);
  const covered = truth.map(() => 0);
  for (let trial = 0; trial < TRIALS; trial += 1) {
    const found = splitChange(paired(drawn(then, 3 * n, random), drawn(now, 3 * n, random)), nps);
    if (found === null) continue;
    numbersOf(found).forEach(({ low, high }, index) => {
      const value = truth[index] ?? NaN;
      if (low <= value && value <= high) covered[index] = (covered[index] ?? 0) + 1;
    });
  }
  return covered.map((times) => (100 * times) / TRIALS);
}

describe.each([20, 50, 200])('with %i answers a group', (n) => {
  const covered = coverage(THEN, NOW, n);

  it.each(PARTS.map((name, index) => [name, index] as const))('covers %s in 92 to 98 of 100', (_, index) => {
    expect(covered[index]).toBeGreaterThanOrEqual(92);
    expect(covered[index]).toBeLessThanOrEqual(98);
  });
});

it('covers where nothing has changed at all, or a little too often', () => {
  for (const share of coverage(THEN, THEN, 20)) expect(share).toBeGreaterThanOrEqual(92);
});
