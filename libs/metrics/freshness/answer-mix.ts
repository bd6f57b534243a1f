import { benjaminiHochberg } from '../benjamini-hochberg.ts';
import { chiSquareTail } from './chi-square.ts';

/** The constants of the rule on shifts in the mix of answers. */
export const MIX_RULE = {
  /** Answers of the week and of the weeks before it that a comparison needs. */
  fewestNow: 30,
  fewestBefore: 100,
  /** Kinds of answers of which fewer would be expected are put together. */
  fewestExpected: 5,
  /** Smaller shifts than this are nobody's business, however sure: Cramér's V. Ten points of a yes and no are 0.1. */
  smallestEffect: 0.1,
  /** Share of shifts told that may be false, over all that are looked at together. */
  falseShare: 0.05,
} as const;

/** How often each kind of answer was given, in the week and in the weeks before it. */
export interface Mix<Aspect> {
  aspect: Aspect;
  now: ReadonlyMap<string, number>;
  before: ReadonlyMap<string, number>;
}

/** A week whose answers are made up differently from those before. */
export interface MixShift<Aspect> {
  aspect: Aspect;
  /** Answers in the week, and in the weeks it is compared with. */
  n: number;
  nBefore: number;
  /** Cramér's V of two weeks of equal weight: 0 for no difference, 1 for nothing in common. */
  effect: number;
  /** The kind of answer whose share moved most, in percent then and now. */
  most: { value: string; before: number; now: number };
}

/**
 * Which mixes have shifted. Each is compared by the G-test of two rows of counts (week, weeks before); kinds of which
 * fewer than five would be expected are put together. A shift is told if Benjamini–Hochberg at 5 % over all mixes given
 * believes it and Cramér's V is at least 0.1: a large source shows every trifle, and a trifle is not told.
 * Source: Sokal and Rohlf, Biometry, 17.2; Cramér 1946, 21.6.
 */
export function shiftedMixes<Aspect>(mixes: readonly Mix<Aspect>[]): MixShift<Aspect>[] {
  const tested = mixes.flatMap((mix) => {
    const test = testOf(mix);
    return test === null ? [] : [test];
  });
  const believed = benjaminiHochberg(
    tested.map(({ p }) => p),
    MIX_RULE.falseShare,
  );
  return tested
    .filter(({ shift }, index) => believed[index] === true && shift.effect >= MIX_RULE.smallestEffect)
    .map(({ shift }) => shift);
}

/** The test of one mix; null where too few answered or all answered alike. */
export function testOf<Aspect>({ aspect, now, before }: Mix<Aspect>): { shift: MixShift<Aspect>; p: number } | null {
  const [n, nBefore] = [sumOf(now.values()), sumOf(before.values())];
  if (n < MIX_RULE.fewestNow || nBefore < MIX_RULE.fewestBefore) return null;
  const values = [...new Set([...now.keys(), ...before.keys()])];
  const pairs = values.map((value) => ({ value, now: now.get(value) ?? 0, before: before.get(value) ?? 0 }));
  const rows = together(pairs, n, nBefore);
  if (rows.length < 2) return null;
  let g = 0;
  let effect = 0;
  for (const row of rows) {
    const expected = (row.now + row.before) / (n + nBefore);
    if (row.now > 0) g += 2 * row.now * Math.log(row.now / (n * expected));
    if (row.before > 0) g += 2 * row.before * Math.log(row.before / (nBefore * expected));
    const [share, shareBefore] = [row.now / n, row.before / nBefore];
    effect += (share - shareBefore) ** 2 / (2 * (share + shareBefore));
  }
  const percent = pairs.map((pair) => ({
    value: pair.value,
    before: (100 * pair.before) / nBefore,
    now: (100 * pair.now) / n,
  }));
  const most = percent.reduce((far, one) => (outdoes(one, far) ? one : far));
  return {
    shift: { aspect, n, nBefore, effect: Math.sqrt(effect), most },
    p: chiSquareTail(Math.max(0, g), rows.length - 1),
  };
}

/** Of two that moved as far, the one that rose: of a yes and no there are always two. */
const outdoes = (one: Shares, far: Shares): boolean =>
  Math.abs(moved(one) - moved(far)) < 1e-9 ? one.now > one.before && far.now < far.before : moved(one) > moved(far);

interface Shares {
  before: number;
  now: number;
}

const moved = ({ before, now }: Shares): number => Math.abs(now - before);

function together(pairs: readonly { now: number; before: number }[], n: number, nBefore: number) {
  const share = Math.min(n, nBefore) / (n + nBefore);
  const isRare = (pair: { now: number; before: number }): boolean =>
    (pair.now + pair.before) * share < MIX_RULE.fewestExpected;
  const rest = pairs
    .filter(isRare)
    .reduce((sum, { now, before }) => ({ now: sum.now + now, before: sum.before + before }), {
      now: 0,
      before: 0,
    });
  const kept = pairs.filter((pair) => !isRare(pair));
  return rest.now + rest.before > 0 ? [...kept, rest] : kept;
}

function sumOf(counts: Iterable<number>): number {
  let sum = 0;
  for (const count of counts) sum += count;
  return sum;
}
