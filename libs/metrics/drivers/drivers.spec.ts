import { describe, expect, it } from '@jest/globals';
import { driversOf } from './drivers.ts';
import { countReply, emptyPairSums, type PairSums } from './pair-sums.ts';
import { seededDraws } from './seeded-draws.ts';
import { blockOf } from './reply-blocks.ts';

type Reply = readonly (number | null)[];

/** Replies dealt in turn into so many blocks. */
function blocksOf(questions: number, replies: readonly Reply[], count = 20): PairSums[] {
  const blocks = Array.from({ length: count }, () => emptyPairSums(questions));
  replies.forEach((reply, index) => countReply(blocks[index % count] ?? emptyPairSums(questions), reply));
  return blocks;
}

const graded = (value: number): number => Math.max(1, Math.min(5, Math.round(value)));

/** Replies whose overall score follows the first touchpoint much more than the second. */
function made(n: number, seed = 1): (readonly [number, number, number])[] {
  const draw = seededDraws(seed);
  return Array.from({ length: n }, () => {
    const [first, second] = [graded(1 + 4 * draw()), graded(1 + 4 * draw())];
    return [graded(0.7 * first + 0.2 * second + draw() - 0.2), first, second] as const;
  });
}

describe('what moves the overall score', () => {
  it('is found with an interval that holds its value, and adds up to all of it', () => {
    const { drivers, explained, needed } = driversOf(blocksOf(3, made(400)));
    expect(drivers.map(({ question }) => question)).toEqual([1, 2]);
    const [first, second] = drivers.map(({ importance }) => importance);
    expect((first?.value ?? 0) + (second?.value ?? 0)).toBeCloseTo(1, 9);
    expect(first?.low).toBeGreaterThan(second?.high ?? 1);
    for (const share of [first, second, explained]) {
      expect(share?.low).toBeLessThanOrEqual(share?.value ?? NaN);
      expect(share?.high).toBeGreaterThanOrEqual(share?.value ?? NaN);
    }
    expect(needed).toBeNull();
  });

  it('is the same for the same seed, and in whichever order replies and questions stand', () => {
    const replies = made(200);
    const told = driversOf(blocksOf(3, replies));
    expect(driversOf(blocksOf(3, replies))).toEqual(told);
    const turned = driversOf(
      blocksOf(
        3,
        replies.map(([overall, first, second]) => [overall, second, first]),
      ),
    );
    expect(turned.drivers[1]?.importance.value).toBeCloseTo(told.drivers[0]?.importance.value ?? NaN, 9);
  });

  it('is shared equally by a touchpoint and its copy', () => {
    const copied = made(200).map(([overall, first]) => [overall, first, first]);
    const [one, other] = driversOf(blocksOf(3, copied)).drivers;
    expect(one?.importance.value).toBeCloseTo(0.5, 9);
    expect(other?.importance.value).toBeCloseTo(0.5, 9);
  });

  it('is all of it with one touchpoint alone', () => {
    const { drivers } = driversOf(
      blocksOf(
        2,
        made(100).map(([overall, first]) => [overall, first]),
      ),
    );
    expect(drivers[0]?.importance).toEqual({ value: 1, low: 1, high: 1 });
  });

  it('uses replies that left a touchpoint out for the others', () => {
    const replies = made(600).map(([overall, first, second], index) => [
      overall,
      index % 3 === 0 ? null : first,
      index % 3 === 1 ? null : second,
    ]);
    const { drivers } = driversOf(blocksOf(3, replies));
    expect(drivers.map(({ n }) => n)).toEqual([400, 400]);
    expect(drivers[0]?.importance.value).toBeGreaterThan(0.7);
  });

  it('takes the intervals as wide as days that differ make them', () => {
    const alike = made(400);
    const sorted = [...alike].sort(([one], [other]) => one - other);
    const inRuns = Array.from({ length: 20 }, (_, block) => {
      const sums = emptyPairSums(3);
      for (const reply of sorted.slice(block * 20, block * 20 + 20)) countReply(sums, reply);
      return sums;
    });
    const width = (blocks: PairSums[]): number => {
      const { explained } = driversOf(blocks);
      return (explained?.high ?? 0) - (explained?.low ?? 0);
    };
    expect(width(inRuns)).toBeGreaterThan(width(blocksOf(3, alike)));
  });
});

describe('too little to tell what moves the score', () => {
  const quiet = { explained: null, drivers: [] };

  it.each([
    ['nothing', [], 0],
    ['one reply', [[5, 5]], 1],
    ['all equal', Array.from({ length: 200 }, () => [5, 4]), 200],
    ['no touchpoint scored', Array.from({ length: 200 }, (_, index) => [1 + (index % 5), null]), 200],
  ])('%s', (_, replies, n) => {
    expect(driversOf(blocksOf(2, replies))).toMatchObject({ ...quiet, n });
  });

  it('says how many replies are needed', () => {
    const few = made(40).map(([overall, first]) => [overall, first]);
    expect(driversOf(blocksOf(2, few))).toMatchObject({ ...quiet, needed: 18 });
    expect(driversOf([])).toMatchObject({ ...quiet, needed: 58 });
  });

  it('leaves out a touchpoint that few scored, one that never varies, and those beyond twelve, each with its reason', () => {
    const replies = made(300).map(([overall, first], index) => [overall, first, index < 20 ? first : null, 4]);
    expect(driversOf(blocksOf(4, replies))).toMatchObject({
      drivers: [{ question: 1, importance: { value: 1 } }],
      leftOut: [
        { question: 3, reason: 'never-varies', needed: null },
        { question: 2, reason: 'too-few', needed: 46 },
      ],
    });
    const draw = seededDraws(3);
    const wide = Array.from({ length: 400 }, () => Array.from({ length: 15 }, () => graded(1 + 4 * draw())));
    const { drivers, leftOut } = driversOf(blocksOf(15, wide));
    expect(drivers).toHaveLength(12);
    expect(leftOut).toEqual([13, 14].map((question) => ({ question, reason: 'beyond-twelve', needed: null })));
  });

  it('leaves out a touchpoint whose pairs contradict the rest', () => {
    const run = (length: number, of: (index: number) => Reply): Reply[] => Array.from({ length }, (_, i) => of(i));
    const replies = [
      ...run(100, (i) => [1 + (i % 5), 1 + (i % 5), null]),
      ...run(90, (i) => [1 + (i % 5), null, 5 - (i % 5)]),
      ...run(80, (i) => [null, 1 + (i % 5), 1 + (i % 5)]),
    ];
    expect(driversOf(blocksOf(3, replies))).toMatchObject({
      drivers: [{ question: 1 }],
      leftOut: [{ question: 2, reason: 'inconsistent' }],
    });
  });
});

describe('blocks of replies', () => {
  it('are dealt, days or weeks, by the length of the span', () => {
    expect([blockOf(100, 41, 7), blockOf(100, 41, 28), blockOf(101, 0, 400) - blockOf(100, 0, 400)]).toEqual([
      1, 100, 0,
    ]);
    // 4 January 1970 was a Sunday, day 3; Monday the 5th begins another week.
    expect(blockOf(4, 0, 400)).toBe(blockOf(3, 0, 400) + 1);
  });
});
