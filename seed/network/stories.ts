import type { Span } from '../time/span.ts';
import type { DepartmentCode, SiteCode } from './network.ts';

/** Something that changed at the network in the last weeks and that the dashboards must make visible. */
export interface Story {
  /** Whole weeks before the running one in which it began, on a Monday. */
  beganWeeksAgo: number;
  /** Weeks until its full effect; it grows by equal steps. */
  growsOverWeeks: number;
}

/** The new registration system at Riverside: everybody who arrives there waits longer, and more give up. */
export const REGISTRATION = {
  beganWeeksAgo: 7,
  growsOverWeeks: 4,
  site: 'riverside' satisfies SiteCode,
  /** Medians in minutes, before and at full effect. */
  medianWait: { before: 27, after: 38 },
  /** Share satisfied with check-in. */
  checkInShare: { before: 0.79, after: 0.7 },
} as const satisfies Story & Record<string, unknown>;

/** Bedside rounds every afternoon on Ward 4B: its care scores rise. */
export const BEDSIDE_ROUNDS = {
  beganWeeksAgo: 7,
  growsOverWeeks: 2,
  department: 'ward-4b' satisfies DepartmentCode,
  careShare: { before: 0.78, after: 0.87 },
} as const satisfies Story & Record<string, unknown>;

/** New invoice software sends bills twice: complaints about billing surge, and the office answers more slowly. */
export const DOUBLE_BILLING = {
  beganWeeksAgo: 5,
  growsOverWeeks: 2,
  department: 'billing-office' satisfies DepartmentCode,
  /** Complaints a week on top of the usual ones. */
  extraComplaints: 13,
  billingShare: { before: 0.72, after: 0.63 },
} as const satisfies Story & Record<string, unknown>;

/** So few replies that single weeks must be withheld. */
export const FEW_REPLIES = {
  department: 'hillcrest-palliative' satisfies DepartmentCode,
  repliesPerWeek: { from: 2, to: 5 },
} as const;

/** How far a story has come on a day: 0 before it, 1 at full effect. */
export function strengthOn(day: number, story: Story, span: Span): number {
  const weeksIn = Math.floor((day - (span.lastMonday - story.beganWeeksAgo * 7)) / 7) + 1;
  return Math.min(1, Math.max(0, weeksIn / story.growsOverWeeks));
}

/** A value on its way from before to after. */
export function blend({ before, after }: { before: number; after: number }, strength: number): number {
  return before + (after - before) * strength;
}
