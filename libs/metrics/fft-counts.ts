/**
 * What one cell of monthly survey counts counts, slot by slot (0-based here; Postgres arrays begin at 1): the answers of
 * a place in a month, not of anybody by name.
 */
export const FFT_COUNT_SLOTS = {
  /** Counts of the FFT answers, best first, don't know last. */
  answers: 0,
  /** Answers of the rows that tell how many patients could have answered. */
  answersOfEligible: 6,
  /** Patients of those rows who could have answered. */
  eligible: 7,
} as const;

/** A row of counts as far as the cells are concerned. */
export interface CountedAnswers {
  /** Best first, don't know last. */
  answers: readonly number[];
  /** How many could have answered; null where it is not told. */
  eligible: number | null;
}

/**
 * Adds one row of counts to a cell, or takes it out again with `sign` −1. Where more answered than are said to have been
 * able to, the number of those who could is not believed and counts nowhere.
 */
export function addFftCounts(counts: number[], { answers, eligible }: CountedAnswers, sign: 1 | -1): void {
  const add = (slot: number, count: number): void => {
    while (counts.length <= slot) counts.push(0);
    counts[slot] = (counts[slot] ?? 0) + sign * count;
  };
  let total = 0;
  for (const [answer, count] of answers.entries()) {
    add(FFT_COUNT_SLOTS.answers + answer, count);
    total += count;
  }
  if (eligible === null || eligible < total) return;
  add(FFT_COUNT_SLOTS.answersOfEligible, total);
  add(FFT_COUNT_SLOTS.eligible, eligible);
}
