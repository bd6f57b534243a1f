import { leanOf } from '../chance/normal-curve.ts';
import { DEPARTMENT_PROFILES, USUAL_LEVELS, USUAL_SATISFIED } from '../network/department-profiles.ts';
import type { Step } from '../network/journey.ts';
import type { Place } from '../network/site-profiles.ts';
import { BEDSIDE_ROUNDS, DOUBLE_BILLING, REGISTRATION, blend, strengthOn } from '../network/stories.ts';
import type { Span } from '../time/span.ts';

/** What a step's story does to the visit as a whole, as a share of what it does to the step. */
const SPILL_OVER = 0.4;

const leans = new Map<number, number>();

function rememberedLean(share: number): number {
  let lean = leans.get(share);
  if (lean === undefined) {
    lean = leanOf(share);
    leans.set(share, lean);
  }
  return lean;
}

/** The share satisfied with a step on a day while a story moves it; undefined where none does. */
function storyShare(place: Place, step: Step, day: number, span: Span): number | undefined {
  if (step === 'check-in' && place.site === REGISTRATION.site) {
    return blend(REGISTRATION.checkInShare, strengthOn(day, REGISTRATION, span));
  }
  if (step === 'care' && place.department === BEDSIDE_ROUNDS.department) {
    return blend(BEDSIDE_ROUNDS.careShare, strengthOn(day, BEDSIDE_ROUNDS, span));
  }
  if (step === 'billing' && place.department === DOUBLE_BILLING.department) {
    return blend(DOUBLE_BILLING.billingShare, strengthOn(day, DOUBLE_BILLING, span));
  }
  return undefined;
}

/** How far opinions of a step lean towards satisfaction: a standard normal moved this far is positive as often as they are. */
export function leanOfStep(place: Place, step: Step, day: number, span: Span): number {
  const profile = DEPARTMENT_PROFILES[place.department];
  const share = storyShare(place, step, day, span) ?? profile.levels?.[step];
  if (share !== undefined) return rememberedLean(share);
  return rememberedLean(USUAL_LEVELS[step]) + rememberedLean(profile.satisfied) - rememberedLean(USUAL_SATISFIED);
}

/** The same for the visit as a whole. Check-in alone does not decide it; care on a ward and the bill at its office do. */
export function leanOverall(place: Place, day: number, span: Span): number {
  const base = rememberedLean(DEPARTMENT_PROFILES[place.department].satisfied);
  const stories = [
    ['care', BEDSIDE_ROUNDS, BEDSIDE_ROUNDS.careShare.before],
    ['billing', DOUBLE_BILLING, DOUBLE_BILLING.billingShare.before],
  ] as const;
  const moved = stories
    .filter(([, story]) => story.department === place.department)
    .map(([step, , before]) => leanOfStep(place, step, day, span) - rememberedLean(before));
  return base + SPILL_OVER * moved.reduce((sum, move) => sum + move, 0);
}

/** How far the network's average visit leans; NPS, FFT and effort are calibrated to it. */
export const USUAL_LEAN = leanOf(USUAL_SATISFIED);
