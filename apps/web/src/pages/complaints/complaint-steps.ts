import type { ComplaintEventDto } from '#contracts/complaints.dto.ts';
import type { Stage } from '#domain/complaint-stage.ts';

/** `passed` is a stage that the complaint went by without stopping at. */
export type StepState = 'done' | 'now' | 'passed' | 'ahead';

export interface Step {
  stage: Stage;
  state: StepState;
  /** Instant at which the complaint came to this stage in its present round; null if it has not. */
  reachedAt: string | null;
}

type Move = Pick<ComplaintEventDto, 'stage' | 'happenedAt'>;

const OPENING: readonly Stage[] = ['received', 'acknowledged'];
const ROUND: readonly Stage[] = ['investigating', 'resolved', 'closed'];

/**
 * The way of a complaint to the patient being told, as the page draws it. A reopened complaint keeps its beginning and
 * starts its round anew after a step of its own; one sent back to investigation has not been resolved.
 *
 * @param history moves and notes, oldest first
 */
export function stepsOf(stage: Stage, history: readonly Move[]): Step[] {
  const moves = history.filter((event) => event.stage !== null);
  const reopening = moves.findLastIndex((event) => event.stage === 'reopened');
  const reopened = reopening >= 0 || stage === 'reopened';
  const round = moves.slice(Math.max(reopening, 0));
  const way = reopened ? [...OPENING, 'reopened' as const, ...ROUND] : [...OPENING, ...ROUND];
  const here = way.indexOf(stage);
  return way.map((step, position) => {
    if (position > here) return { stage: step, state: 'ahead', reachedAt: null };
    const among = OPENING.includes(step) ? moves : round;
    const reachedAt = among.findLast((event) => event.stage === step)?.happenedAt ?? null;
    if (position === here && stage !== 'closed') return { stage: step, state: 'now', reachedAt };
    return { stage: step, state: reachedAt === null ? 'passed' : 'done', reachedAt };
  });
}

/** How often the patient came back because the answer did not satisfy. */
export function timesReopened(history: readonly Move[]): number {
  return history.filter((event) => event.stage === 'reopened').length;
}
