import { codeTable } from './code-table.ts';

/** What was waited for. Append-only: positions are stored. */
export const WAIT_KINDS = codeTable(['arrival-to-seen', 'call-to-answer', 'message-to-reply', 'result', 'bill']);

export type WaitKind = (typeof WAIT_KINDS.codes)[number];

/** How a wait ended: seen (or answered, replied, delivered), left without being seen, or not over yet. */
export const WAIT_OUTCOMES = codeTable(['seen', 'left', 'waiting']);

export type WaitOutcome = (typeof WAIT_OUTCOMES.codes)[number];

/**
 * Targets in minutes a new organisation starts with; each is a dated row that an administrator changes.
 * Arrival to seen: the four-hour standard is an upper bound, thirty minutes a common promise of outpatient clinics.
 */
export const DEFAULT_WAIT_TARGET_MINUTES: Record<WaitKind, number> = {
  'arrival-to-seen': 30,
  'call-to-answer': 2,
  'message-to-reply': 240,
  result: 4320,
  bill: 10080,
};
