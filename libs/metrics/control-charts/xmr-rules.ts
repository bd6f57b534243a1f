import type { XmrLimits } from './xmr-limits.ts';

/** What makes a point special, the first that applies; `common-cause` when nothing does. */
export type XmrCause = 'outside' | 'trend' | 'two-of-three' | 'run' | 'common-cause';

/** Which way a point is special: the side of the centre it lies on. */
export type XmrSide = 'high' | 'low';

export interface XmrMark {
  cause: XmrCause;
  /** Null for common cause. */
  side: XmrSide | null;
}

/** Points that make a trend, or a run. */
const SEVEN = 7;

/**
 * The four rules of Making Data Count for points that share their limits, oldest first:
 * - outside: beyond a limit;
 * - trend: seven points, each higher (each lower) than the one before; all seven are marked;
 * - two of three: in some three points on one side of the centre, two or more lie beyond two thirds of the way to the limit
 *   and within it; those are marked;
 * - run: seven points on one side of the centre, of which a point on the centre is no part; all seven are marked.
 * A point that several apply to bears the first of them. Points in a trend count for the side that they lie on; one on the
 * centre itself for where the trend goes.
 */
export function xmrMarks(values: readonly number[], limits: XmrLimits): XmrMark[] {
  const sides = values.map((value) => sideOf(value - limits.centre, limits.rounding));
  const outside = values.map((value) => beyond(value, limits.lower, limits.upper, limits.rounding));
  const near = values.map(
    (value, index) => outside[index] === 0 && beyond(value, limits.lowerNear, limits.upperNear, limits.rounding) !== 0,
  );
  const trend = membersOf(values.map((value, index) => Math.sign(value - (values[index - 1] ?? value))).slice(1));
  const run = ranOn(sides);
  return values.map((_, index): XmrMark => {
    const side = sides[index] ?? 0;
    const rising = trend[index] ?? 0;
    if (outside[index] !== 0) return { cause: 'outside', side: wordFor(outside[index] ?? 0) };
    if (rising !== 0) return { cause: 'trend', side: wordFor(side === 0 ? rising : side) };
    if (near[index] === true && nearWithAnother(index, near, sides))
      return { cause: 'two-of-three', side: wordFor(side) };
    if (run[index] === true) return { cause: 'run', side: wordFor(side) };
    return { cause: 'common-cause', side: null };
  });
}

const wordFor = (sign: number): XmrSide => (sign > 0 ? 'high' : 'low');

function sideOf(distance: number, rounding: number): number {
  return Math.abs(distance) <= rounding ? 0 : Math.sign(distance);
}

function beyond(value: number, lower: number | null, upper: number | null, rounding: number): number {
  if (upper !== null && value - upper > rounding) return 1;
  return lower !== null && lower - value > rounding ? -1 : 0;
}

/** Of the points between so many moves, the direction of the trend that each is part of: 1, −1, or 0 for none. */
function membersOf(moves: readonly number[]): number[] {
  const members = Array<number>(moves.length + 1).fill(0);
  let length = 0;
  moves.forEach((move, index) => {
    length = move !== 0 && move === moves[index - 1] ? length + 1 : 1;
    if (move === 0 || length < SEVEN - 1) return;
    // The turning point of two trends stays with the first: a mark once made does not change.
    for (let at = index + 2 - SEVEN; at <= index + 1; at += 1) if (members[at] === 0) members[at] = move;
  });
  return members;
}

function ranOn(sides: readonly number[]): boolean[] {
  const members = Array<boolean>(sides.length).fill(false);
  let length = 0;
  sides.forEach((side, index) => {
    length = side !== 0 && side === sides[index - 1] ? length + 1 : 1;
    if (side !== 0 && length >= SEVEN) members.fill(true, index + 1 - SEVEN, index + 1);
  });
  return members;
}

function nearWithAnother(index: number, near: readonly boolean[], sides: readonly number[]): boolean {
  return [index - 2, index - 1, index].some((from) => {
    const three = [from, from + 1, from + 2];
    return (
      three.every((at) => sides[at] !== undefined && sides[at] === sides[index]) &&
      three.filter((at) => near[at] === true).length >= 2
    );
  });
}
