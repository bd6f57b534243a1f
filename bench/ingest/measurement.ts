import type { Measured } from '../measured.ts';
import type { BenchWorld } from './bench-world.ts';

/** How much is measured. */
export interface BenchSize {
  /** Rows of the large file. */
  rows: number;
  pairs: number;
}

/** One thing that is measured; it may give more than one line. */
export interface Measurement {
  name: string;
  run(world: BenchWorld, size: BenchSize): Promise<Measured[]>;
}

/** Rows of the small file: a fifth of the large one's. */
export const fewRows = ({ rows }: BenchSize): number => Math.ceil(rows / 5);

/** Does something once a pair, after once for nothing: the first time pays for what is compiled and cached. */
export async function pairsOf(pairs: number, pair: () => Promise<number>): Promise<number[]> {
  await pair();
  const ratios: number[] = [];
  for (let done = 0; done < pairs; done += 1) ratios.push(await pair());
  return ratios;
}
