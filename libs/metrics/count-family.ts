import { FFT_COUNT_SLOTS } from './fft-counts.ts';
import type { CountFamily } from './metric.ts';
import { SURVEY_SLOTS } from './survey-counts.ts';
import { WAIT_SLOTS } from './wait-counts.ts';

/** A stretch of a cell's counts; `length` null means to the end, however long the array. */
export interface SlotRange {
  from: number;
  length: number | null;
}

/** Where each family of counts stands in its cell (0-based; Postgres arrays begin at 1). */
export const SLOTS_OF_FAMILY: Record<CountFamily, SlotRange> = {
  responses: { from: SURVEY_SLOTS.responses, length: 2 },
  csat: { from: SURVEY_SLOTS.csat, length: 5 },
  nps: { from: SURVEY_SLOTS.nps, length: 11 },
  fft: { from: SURVEY_SLOTS.fft, length: 6 },
  effort: { from: SURVEY_SLOTS.effort, length: 7 },
  'wait-outcomes': { from: 0, length: WAIT_SLOTS.bins },
  waits: { from: 0, length: null },
  complaints: { from: 0, length: null },
  reviews: { from: 0, length: null },
  'fft-counts': { from: 0, length: FFT_COUNT_SLOTS.eligible + 1 },
};
