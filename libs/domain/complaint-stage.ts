import { codeTable } from './code-table.ts';

/**
 * Stages of a complaint. *Resolved* means we acted; *closed* means the patient was told, which is what closes the loop.
 * Append-only: positions are stored.
 */
export const STAGES = codeTable(['received', 'acknowledged', 'investigating', 'resolved', 'closed', 'reopened']);

export type Stage = (typeof STAGES.codes)[number];

/** Which stage may follow which. */
export const MOVES = {
  received: ['acknowledged'],
  acknowledged: ['investigating', 'resolved'],
  investigating: ['resolved'],
  resolved: ['closed', 'investigating'],
  closed: ['reopened'],
  reopened: ['investigating'],
} as const satisfies Record<Stage, readonly Stage[]>;

export function mayMove(from: Stage, to: Stage): boolean {
  return (MOVES[from] as readonly Stage[]).includes(to);
}
