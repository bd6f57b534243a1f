import { codeTable } from './code-table.ts';

/** Bounds of an answer scale, inclusive. */
export interface Scale {
  min: number;
  max: number;
}

/** Customer satisfaction, 1 (very dissatisfied) to 5 (very satisfied); also the scale of every touchpoint score. */
export const CSAT_SCALE: Scale = { min: 1, max: 5 };
/** Likelihood to recommend, 0–10. */
export const NPS_SCALE: Scale = { min: 0, max: 10 };
/** Ease of getting what was needed, 1 (very hard) to 7 (very easy). */
export const EFFORT_SCALE: Scale = { min: 1, max: 7 };
/** Review stars, 1–5. */
export const STARS_SCALE: Scale = { min: 1, max: 5 };

/** Answers of the NHS Friends and Family Test, best first; positions are stored. Source: NHS England FFT guidance. */
export const FFT_ANSWERS = codeTable(['very-good', 'good', 'neither', 'poor', 'very-poor', 'dont-know']);

export type FftAnswer = (typeof FFT_ANSWERS.codes)[number];
