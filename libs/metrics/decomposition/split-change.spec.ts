import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type AnswersThenNow, MEANS_OF_SCORES, NOBODY, type ScoredAnswers } from './scored-answers.ts';
import { remainderOf, REMAINDER_TOLERANCE } from './settled-parts.ts';
import { splitChange, type SplitChange } from './split-change.ts';

const { nps, csat } = MEANS_OF_SCORES;

/** Answers 0–10 of so many promoters, passives and detractors. */
const answers = (promoters: number, passives: number, detractors: number): ScoredAnswers =>
  nps.read([detractors, 0, 0, 0, 0, 0, 0, passives, 0, promoters, 0]);

const split = (groups: readonly AnswersThenNow[]): SplitChange => {
  const found = splitChange(groups, nps);
  if (found === null) throw new Error('nobody answered');
  return found;
};

const partsOf = ({ groups }: SplitChange): number[] =>
  groups.flatMap(({ within, mix }) => [within.difference, mix.difference]);

describe('worked by hand', () => {
  // A: 40 of a half, then 25 of 30 %. B: −20 of a half, then −20 of 70 %. All: 10, then −6.5, centre 1.75.
  const found = split([
    { then: answers(60, 20, 20), now: answers(30, 15, 15) },
    { then: answers(20, 40, 40), now: answers(28, 56, 56) },
  ]);

  it.each([
    ['the change', found.change, -16.5],
    ['within A: .4 · −15', found.groups[0]?.within, -6],
    ['within B, whose score stayed', found.groups[1]?.within, 0],
    ['mix of A: (32.5 − 1.75) · −.2', found.groups[0]?.mix, -6.15],
    ['mix of B: (−20 − 1.75) · .2', found.groups[1]?.mix, -4.35],
    ['all within', found.within, -6],
    // Without a centre: 32.5 · −.2 and −20 · .2, which is as much.
    ['all of the mix', found.mix, -6.5 - 4],
  ])('%s', (_, part, value) => {
    expect(part?.difference).toBeCloseTo(value, 10);
  });

  it('has for one group the textbook error of a difference: √(7,600/100 + 6,400/100)', () => {
    const one = splitChange([{ then: answers(50, 20, 30), now: answers(60, 20, 20) }], { added: NOBODY });
    // Variances of 100, 0, −100: 8,000 − 400 = 7,600 then, 8,000 − 1,600 = 6,400 now.
    expect(one?.change.high).toBeCloseTo(20 + 1.959963984540054 * Math.sqrt(76 + 64), 10);
    expect(one?.groups[0]?.within.high).toBeCloseTo(one?.change.high ?? NaN, 8);
    expect(one?.groups[0]?.within.pValue).toBeCloseTo(one?.change.pValue ?? NaN, 12);
    expect(one?.mix).toEqual({ difference: 0, low: 0, high: 0, pValue: 1 });
  });
});

describe('what there is no change of score of', () => {
  it('counts who came new as mix alone', () => {
    const [stayed, came] = split([
      { then: answers(5, 5, 10), now: answers(5, 5, 10) },
      { then: NOBODY, now: answers(15, 0, 5) },
    ]).groups;
    expect(stayed?.within.difference).toBe(0);
    expect(came?.within).toEqual({ difference: 0, low: 0, high: 0, pValue: 1 });
    // From −25 to 12.5, centre −6.25: (50 + 6.25) · .5 and (−25 + 6.25) · −.5.
    expect([came?.mix.difference, stayed?.mix.difference]).toEqual([28.125, 9.375]);
  });

  it('counts who stayed away as mix alone', () => {
    const { groups, change } = split([
      { then: answers(5, 5, 10), now: answers(5, 5, 10) },
      { then: answers(15, 0, 5), now: NOBODY },
    ]);
    expect(change.difference).toBe(-37.5);
    expect(groups.map(({ mix }) => mix.difference)).toEqual([-9.375, -28.125]);
  });

  it.each([
    ['no groups', []],
    ['nobody then', [{ then: NOBODY, now: answers(1, 2, 3) }]],
    ['nobody now', [{ then: answers(1, 2, 3), now: NOBODY }]],
  ])('is silent about %s', (_, groups) => {
    expect(splitChange(groups, nps)).toBeNull();
  });

  it('finds nothing where all is equal, and does not take it for certain', () => {
    const same = { then: answers(10, 0, 0), now: answers(10, 0, 0) };
    const { change, groups } = split([same, same]);
    expect([change.difference, ...groups.map(({ within }) => within.difference)]).toEqual([0, 0, 0]);
    expect(change.low).toBeLessThan(-5);
    expect(groups[0]?.mix).toMatchObject({ difference: 0, pValue: 1 });
    expect(groups[0]?.mix.high).toBeGreaterThan(1);
  });
});

const count = fc.nat({ max: 400 });
const anyAnswers = fc.tuple(count, count, count).map(([a, b, c]) => answers(a, b, c));
const anyGroups = fc.array(fc.record({ then: anyAnswers, now: anyAnswers }), { minLength: 1, maxLength: 12 });

describe('whatever the answers', () => {
  it('leaves nothing over, and every part lies in its interval', () => {
    fc.assert(
      fc.property(anyGroups, (groups) => {
        const found = splitChange(groups, nps);
        if (found === null) return;
        const { change, within, mix } = found;
        expect(Math.abs(remainderOf(partsOf(found), change.difference))).toBeLessThan(REMAINDER_TOLERANCE);
        expect(within.difference + mix.difference).toBeCloseTo(change.difference, 9);
        for (const { low, high, difference, pValue } of [
          change,
          ...found.groups.flatMap((one) => [one.within, one.mix]),
        ]) {
          expect(low <= difference && difference <= high && pValue >= 0 && pValue <= 1).toBe(true);
        }
      }),
    );
  });

  it('turns round with the periods, and does not mind the order of the groups', () => {
    fc.assert(
      fc.property(anyGroups, (groups) => {
        const found = splitChange(groups, nps);
        const back = splitChange(groups.map(({ then, now }) => ({ then: now, now: then })).reverse(), nps);
        if (found === null || back === null) return;
        partsOf({ ...back, groups: back.groups.toReversed() }).forEach((part, index) => {
          expect(part).toBeCloseTo(-(partsOf(found)[index] ?? NaN), 8);
        });
        expect(back.within.high).toBeCloseTo(-found.within.low, 8);
      }),
    );
  });

  it('has the same sum of the mix whatever is subtracted from the scores', () => {
    fc.assert(
      fc.property(anyGroups, fc.double({ min: -100, max: 100, noNaN: true }), (groups, centre) => {
        const found = splitChange(groups, nps);
        if (found === null) return;
        const [now, then] = [0, 0].map((_, side) =>
          groups.reduce((sum, one) => sum + (side === 0 ? one.now : one.then).n, 0),
        );
        const scores = groups.map((one) => {
          const [a, b] = [one.now, one.then].map(({ n, sum }) => (n === 0 ? undefined : sum / n));
          return ((a ?? b ?? 0) + (b ?? a ?? 0)) / 2;
        });
        const sum = groups.reduce(
          (all, one, index) =>
            all + ((scores[index] ?? 0) - centre) * (one.now.n / (now ?? 1) - one.then.n / (then ?? 1)),
          0,
        );
        expect(found.mix.difference).toBeCloseTo(sum, 8);
      }),
    );
  });

  it('gives the change an error that no splitting up alters', () => {
    fc.assert(
      fc.property(anyGroups, (groups) => {
        const whole = groups.reduce<AnswersThenNow>(
          (all, { then, now }) => ({ then: plus(all.then, then), now: plus(all.now, now) }),
          { then: NOBODY, now: NOBODY },
        );
        const apart = splitChange(groups, { added: NOBODY });
        const together = splitChange([whole], { added: NOBODY });
        expect(apart?.change.low ?? 0).toBeCloseTo(together?.change.low ?? 0, 7);
      }),
    );
  });

  it('is never surer of itself where patients give several scores', () => {
    fc.assert(
      fc.property(anyGroups, (groups) => {
        const apart = splitChange(groups, csat);
        const bound = splitChange(groups, { ...csat, scoresAPatient: groups.length });
        if (apart === null || bound === null) return;
        for (const name of ['change', 'within', 'mix'] as const) {
          expect(bound[name].low).toBeLessThanOrEqual(apart[name].low + 1e-9);
        }
      }),
    );
  });
});

const plus = (a: ScoredAnswers, b: ScoredAnswers): ScoredAnswers => ({
  n: a.n + b.n,
  sum: a.sum + b.sum,
  squares: a.squares + b.squares,
});
