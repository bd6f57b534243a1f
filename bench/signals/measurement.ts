import type { Measured } from '../measured.ts';

/** How much is simulated. */
export interface BenchSize {
  /** Departments of each kind that the worst kind is sought with; each seed makes up twice as many of that kind. */
  departments: number;
  /** Seeds; the figures' low and high are those of the best and the worst. */
  pairs: number;
  /** Is told how many weeks were made up and judged. */
  simulated(weeks: number): void;
}

/** One thing that is measured; it may give more than one line. */
export interface Measurement {
  name: string;
  run(size: BenchSize): Iterable<Measured>;
}
