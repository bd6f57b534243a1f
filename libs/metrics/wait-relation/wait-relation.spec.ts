import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { studentT95 } from '../student-t.ts';
import { clusteredSlope, type WaitedReply } from './clustered-slope.ts';
import { beyondPromise, type KnownWait, waitLivedThrough } from './wait-lived-through.ts';
import { waitRelation } from './wait-relation.ts';

const reply = (minutes: number, satisfied: boolean, block: number, group = 'a'): WaitedReply => ({
  group,
  block,
  minutes,
  satisfied,
});

/** Two of three are satisfied after 10 minutes, one of three after 20, on twelve days. */
const falling = Array.from({ length: 12 }, (_, block) => [
  ...[true, true, block % 2 === 0].map((yes) => reply(10, yes, block)),
  ...[true, false, block % 2 === 1].map((yes) => reply(20, yes, block)),
]).flat();

describe('the slope within groups', () => {
  it('is that of least squares', () => {
    // By hand: x̄ = 1, ȳ = ½; slope (−1·½ + 0 + 0 + 1·−½)/2 = −½.
    const rows = [reply(0, true, 1), reply(1, true, 2), reply(1, false, 3), reply(2, false, 4)];
    const slope = clusteredSlope(rows);
    // Scores x·residual: −1·(½ − ½), 0·½, 0·−½, 1·(−½ + ½), all 0: no error.
    expect(slope).toEqual({ value: -0.5, low: -0.5, high: -0.5 });
  });

  it('widens by what blocks deviate by, on Student’s t of their number', () => {
    // x −1, −1, 1, 1; y 1, 0, 0, 0 less ¼: slope −¼; residuals ½, −½, 0, 0; scores −½, ½, 0, 0 each its own block.
    const rows = [reply(0, true, 1), reply(0, false, 2), reply(2, false, 3), reply(2, false, 4)];
    const error = Math.sqrt((4 / 3) * (3 / 2) * 0.5) / 4;
    expect(clusteredSlope(rows)?.value).toBeCloseTo(-0.25, 12);
    expect(clusteredSlope(rows)?.high).toBeCloseTo(-0.25 + studentT95(3) * error, 9);
  });

  it('does not take a slow and disliked department for the price of waiting', () => {
    const rows = [0, 1, 2, 3].flatMap((block) => [
      ...[10, 20].flatMap((minutes) => [reply(minutes, true, block), reply(minutes, block % 2 === 0, block)]),
      ...[60, 70].flatMap((minutes) => [
        reply(minutes, false, block, 'b'),
        reply(minutes, block % 2 === 0, block, 'b'),
      ]),
    ]);
    expect(clusteredSlope(rows)?.value).toBeCloseTo(0, 12);
    expect(clusteredSlope(rows.map((row) => ({ ...row, group: 'a' })))?.value).toBeLessThan(-0.005);
  });

  it('stays where it is when departments shift, and turns when answers turn', () => {
    const rows = fc.array(
      fc.record({
        group: fc.constantFrom('a', 'b'),
        block: fc.integer({ min: 1, max: 6 }),
        minutes: fc.integer({ min: 0, max: 90 }),
        satisfied: fc.boolean(),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(rows, (replies) => {
        const told = clusteredSlope(replies);
        const shifted = replies.map((row) => ({ ...row, minutes: row.minutes + (row.group === 'b' ? 30 : 0) }));
        const turned = replies.map((row) => ({ ...row, satisfied: !row.satisfied }));
        if (told === null) {
          expect(clusteredSlope(turned)).toBeNull();
          return;
        }
        expect(told.low <= told.value && told.value <= told.high).toBe(true);
        expect(clusteredSlope([...shifted].reverse())?.high).toBeCloseTo(told.high, 9);
        expect(clusteredSlope(turned)?.low).toBeCloseTo(-told.high, 9);
      }),
    );
  });

  it.each([
    ['nothing', []],
    ['one reply', [reply(10, true, 1)]],
    ['equal waits', [reply(10, true, 1), reply(10, false, 2)]],
    ['equal answers', [reply(10, true, 1), reply(20, true, 2), reply(30, true, 3)]],
    ['one block', [reply(10, true, 1), reply(20, false, 1), reply(30, false, 1)]],
  ])('is not told of %s', (_, rows) => {
    expect(clusteredSlope(rows)).toBeNull();
  });
});

describe('what ten minutes cost', () => {
  it('is told in points, with its interval and n', () => {
    // 2½ of 3 satisfied after 10 minutes, 1½ of 3 after 20: a third of 100 points.
    const { value, low, high, n, needed } = waitRelation(falling);
    expect(value).toBeCloseTo(-100 / 3, 9);
    expect([(low ?? 0) < -100 / 3, (high ?? 0) > -100 / 3, n, needed]).toEqual([true, true, 72, null]);
  });

  it('says how many replies are missing', () => {
    expect(waitRelation([])).toEqual({ value: null, low: null, high: null, n: 0, needed: 60 });
    expect(waitRelation(falling.slice(0, 48))).toMatchObject({ value: null, needed: 12 });
    const happy = Array.from({ length: 100 }, (_, index) => reply(index, index >= 5, index));
    expect(waitRelation(happy)).toMatchObject({ value: null, needed: 100 });
  });

  it('says nothing where more replies would not help', () => {
    expect(waitRelation(falling.map((row) => ({ ...row, minutes: 5 })))).toMatchObject({ value: null, needed: null });
    expect(waitRelation(falling.map((row) => ({ ...row, satisfied: true })))).toMatchObject({ needed: null });
  });
});

describe('the wait lived through when the answer was given', () => {
  const wait: KnownWait = { startedMs: 0, endedMs: null, outcome: 'waiting', promisedMinutes: 15 };
  const minutes = (count: number): number => count * 60_000;

  it.each([
    ['that ended before', { endedMs: minutes(30), outcome: 'seen' }, 90, 30],
    ['that ended by leaving', { endedMs: minutes(50), outcome: 'left' }, 90, 50],
    ['that was going on and ended later', { endedMs: minutes(120), outcome: 'seen' }, 90, 90],
    ['that is not over', {}, 90, 90],
    ['that was never closed', {}, 1441, null],
    ['left at an unknown time', { outcome: 'left' }, 90, null],
    ['that began after the answer', { endedMs: minutes(30) }, -5, null],
  ] as const)('of one %s', (_, part, answered, lived) => {
    expect(waitLivedThrough({ ...wait, ...part }, minutes(answered))).toBe(lived);
  });

  it('lies beyond the promise by what is over it', () => {
    expect([beyondPromise(40, wait), beyondPromise(10, wait)]).toEqual([25, 0]);
    expect(beyondPromise(40, { ...wait, promisedMinutes: null })).toBeNull();
  });
});
