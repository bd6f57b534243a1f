import type { FftAnswer } from '#domain/scale.ts';
import { leanOf } from '../chance/normal-curve.ts';
import type { Random } from '../chance/random.ts';
import { USUAL_LEAN } from './opinion.ts';

/** Where an opinion tips from one grade of 1–5 to the next; above 0 it is satisfied. */
const SATISFACTION_CUTS = [-1, -0.5, 0, 0.62];

/** Shares of average visits at or below each answer but the highest. */
const NPS_UP_TO = [0.015, 0.022, 0.031, 0.045, 0.062, 0.11, 0.155, 0.265, 0.445, 0.66];
const EFFORT_UP_TO = [0.02, 0.045, 0.08, 0.16, 0.29, 0.58];
const FFT_UP_TO = [0.02, 0.045, 0.085, 0.38];
const FFT_WORST_FIRST: readonly FftAnswer[] = ['very-poor', 'poor', 'neither', 'good', 'very-good'];
const DONT_KNOW = 0.012;

/** The same shares as cuts on the scale of opinions. */
const cutsOf = (upTo: readonly number[]): number[] => upTo.map((share) => leanOf(share));
const NPS_CUTS = cutsOf(NPS_UP_TO);
const EFFORT_CUTS = cutsOf(EFFORT_UP_TO);
const FFT_CUTS = cutsOf(FFT_UP_TO);

/** How strongly each answer follows the patient's overall experience. */
const LOADING = { csat: 0.8, nps: 0.75, fft: 0.75, effort: 0.6, step: 0.6 };

const OF_REPLIES_ANSWER = { csat: 0.97, nps: 0.91, fft: 0.88, effort: 0.62 };

/** Number of cuts an opinion lies above. */
function grade(opinion: number, cuts: readonly number[]): number {
  let count = 0;
  while (count < cuts.length && opinion > (cuts[count] ?? Infinity)) count += 1;
  return count;
}

function opinionOf(experience: number, loading: number, random: Random): number {
  return loading * experience + Math.sqrt(1 - loading * loading) * random.normal();
}

export interface OverallAnswers {
  csat?: number;
  nps?: number;
  fft?: FftAnswer;
  effort?: number;
}

/** The four overall answers of one patient, tied together by one experience; some are left blank. */
export function overallAnswers(experience: number, lean: number, random: Random): OverallAnswers {
  const asUsual = lean - USUAL_LEAN;
  const csat = grade(lean + opinionOf(experience, LOADING.csat, random), SATISFACTION_CUTS) + 1;
  const nps = grade(asUsual + opinionOf(experience, LOADING.nps, random), NPS_CUTS);
  const fft = FFT_WORST_FIRST[grade(asUsual + opinionOf(experience, LOADING.fft, random), FFT_CUTS)];
  const effort = grade(asUsual + opinionOf(experience, LOADING.effort, random), EFFORT_CUTS) + 1;
  const answers: OverallAnswers = {};
  if (random.chance(OF_REPLIES_ANSWER.csat)) answers.csat = csat;
  if (random.chance(OF_REPLIES_ANSWER.nps)) answers.nps = nps;
  if (random.chance(OF_REPLIES_ANSWER.fft)) answers.fft = random.chance(DONT_KNOW) ? 'dont-know' : fft;
  if (random.chance(OF_REPLIES_ANSWER.effort)) answers.effort = effort;
  if (Object.keys(answers).length === 0) answers.csat = csat;
  return answers;
}

/** A patient's opinion of one step; scores of its finer points scatter around it. */
export function stepOpinion(experience: number, lean: number, random: Random): number {
  return lean + opinionOf(experience, LOADING.step, random);
}

/** The score 1–5 an opinion becomes. */
export function scoreOf(opinion: number): number {
  return grade(opinion, SATISFACTION_CUTS) + 1;
}
