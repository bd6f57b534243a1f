import type { Parts } from './making.ts';
import type { Direction, IntervalMethod, Unit } from './vocabulary.ts';

/** The records a metric is made of, by the last part of their ingest address. */
export type MetricFacts = 'survey-responses' | 'waits' | 'complaints' | 'reviews' | 'survey-counts';

/**
 * The stretch of a cell's counts that a metric reads. `csat` is the five CSAT counts, or the five score counts of a
 * touchpoint where one is named; `wait-outcomes` is what comes before the bins of the waits' lengths; `waits`,
 * `complaints`, `reviews` and `fft-counts` are the whole cell.
 */
export type CountFamily =
  'responses' | 'csat' | 'nps' | 'fft' | 'effort' | 'wait-outcomes' | 'waits' | 'complaints' | 'reviews' | 'fft-counts';

/** A value with what is needed to believe it; `value` is null when nothing was answered. */
export interface Estimate {
  value: number | null;
  /** How many answers, waits or complaints it rests on. */
  n: number;
  /** Ends of the 95 % interval in the metric's unit; null where there is none. */
  low: number | null;
  high: number | null;
}

/** A difference of two values, now minus then; `pValue` is two-sided against no difference. */
export interface Difference {
  difference: number;
  low: number;
  high: number;
  pValue: number;
}

export interface MetricContext {
  /** Target of the wait kind in force, in minutes; only wait metrics read it. */
  targetMinutes?: number;
}

/**
 * What the signal rule reads of one period. For a share: x of n, and `squares` = x. For the mean of a bounded score:
 * scores brought to 0–1, their sum x and the sum of their squares.
 */
export interface SignalCounts {
  x: number;
  n: number;
  squares: number;
}

/** How the signal rule reads a metric, once the counts of its baseline weeks are known. */
export interface SignalReading {
  /** Replies a week at which half of a measured extra variation is believed (K of the rule). */
  halfBelievedAt: number;
  read(counts: readonly number[]): SignalCounts;
  /** A share or mean on 0–1, as a limit is, written in the metric's unit. */
  inUnit(share: number): number;
}

/** How a value is made of counts that can be told one by one, so that anybody can reckon it again. */
export interface MetricMaking {
  /** The value in symbols; names of counts stand in braces: `100 · {satisfied} / {answered}`. */
  formula: string;
  partsOf(counts: readonly number[], context: MetricContext): Parts;
  /**
   * The same with fewer parts, for when one that does not follow from value and interval is of one to four people: only
   * what does follow from them. Absent where all parts follow.
   */
  summedUp?(counts: readonly number[]): Parts;
  /** The value and its interval from the parts alone, told in full or summed up. */
  again(parts: Parts): Estimate;
}

/** One metric of the catalogue: a pure formula from additive counts to an estimate. */
export interface Metric {
  code: string;
  name: string;
  /** What the number means to a quality manager, in one or two sentences. */
  meaning: string;
  /** Where the definition comes from. */
  source: string;
  facts: MetricFacts;
  family: CountFamily;
  unit: Unit;
  direction: Direction;
  method: IntervalMethod;
  /** Dimension codes it can be broken down and filtered by. */
  dimensions: readonly string[];
  /** True where the value stands at the end of a period (open complaints): counts add up from the beginning of the data. */
  cumulative?: boolean;
  /** True where only days before today count (what was due is judged once the day is over). */
  settledDaysOnly?: boolean;
  /** True for scores, which are withheld below the organisation's minimum of answers. */
  withholdSmall: boolean;
  /** True for counts of people, which are withheld while they are one to four. */
  countsPeople?: boolean;
  /**
   * A second number of people that the value lets be reckoned beside its n, such as those who answered of those who could:
   * it has to be told as well before the value is.
   */
  alsoRestsOn?(counts: readonly number[]): number;
  estimate(counts: readonly number[], context: MetricContext): Estimate;
  /** How the estimate is made of counts that have names. */
  making: MetricMaking;
  /** Null where no interval of a difference can be given, such as of the 95th percentile of a few waits. */
  difference(now: readonly number[], then: readonly number[], context: MetricContext): Difference | null;
  /** Absent where the signal rule does not apply (plain counts); null where it cannot be read (no target). */
  signal?(baseline: readonly number[], context: MetricContext): SignalReading | null;
}
