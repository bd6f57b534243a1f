/** One number as it was written: its digits, how they were grouped, and what stood around it. */
export interface WrittenNumber {
  digits: string;
  /** Lengths of the groups. */
  groups: readonly number[];
  /** What parts the groups; one fewer than there are groups. */
  gaps: readonly string[];
  /** A plus sign stands before it. */
  plus: boolean;
  /** Some characters before and after it. */
  before: string;
  after: string;
}

/** True where all groups have the lengths given, with the same single space or hyphen between them. */
export function isGrouped({ groups, gaps }: WrittenNumber, ...lengths: readonly number[]): boolean {
  return (
    groups.length === lengths.length &&
    groups.every((length, index) => length === lengths[index]) &&
    gaps.every((gap) => gap === gaps[0] && isPlainGap(gap))
  );
}

/** True where it was written without gaps. */
export const isUnbroken = ({ groups }: WrittenNumber): boolean => groups.length === 1;

export const isPlainGap = (gap: string): boolean => /^[ \u00A0\u202F\-\u2010-\u2013]$/.test(gap);

/** The sum of digits times weights, from the left. */
export function weighted(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * Number(digits[index] ?? 0), 0);
}
