/** One line of a benchmark's report. */
export interface Measured {
  bench: string;
  name: string;
  /** The median over all pairs; how many of something, where there is nothing to compare it with. */
  ratio: number;
  low: number;
  high: number;
  /** What it should be at most, or at least; null for what is only reported. */
  goal: number | null;
  better: 'lower' | 'higher';
  pairs: number;
}

/** Sums up what each pair gave. */
export function measuredOf(
  what: Pick<Measured, 'bench' | 'name' | 'goal' | 'better'>,
  ratios: readonly number[],
): Measured {
  const sorted = [...ratios].sort((a, b) => a - b);
  const at = (index: number): number => round(sorted[index] ?? NaN);
  const middle = (sorted.length - 1) / 2;
  const { bench, name, goal, better } = what;
  return {
    bench,
    name,
    ratio: round((at(Math.floor(middle)) + at(Math.ceil(middle))) / 2),
    low: at(0),
    high: at(sorted.length - 1),
    goal,
    better,
    pairs: sorted.length,
  };
}

const round = (number: number): number => Math.round(number * 1000) / 1000;
