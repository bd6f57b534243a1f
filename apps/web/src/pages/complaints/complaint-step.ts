import type { ComplaintStepDto } from '#contracts/complaints.dto.ts';
import type { Stage } from '#domain/complaint-stage.ts';

/** What the form offers: a move to a stage, or a note that leaves the complaint where it is. */
export type StepChoice = Stage | 'note';

const NEEDS_WORDS: readonly StepChoice[] = ['note', 'resolved', 'closed', 'reopened'];

/** The choices in the order shown: the moves the server allows, the usual one first, then a note alone. */
export function choicesOf(moves: readonly Stage[]): StepChoice[] {
  return [...moves, 'note'];
}

/**
 * Whether the step has to say something: what was found and done (resolved), what the patient was told (closed), why it
 * comes back (reopened, or investigated again after it had been resolved).
 */
export function needsNote(from: Stage, choice: StepChoice): boolean {
  return NEEDS_WORDS.includes(choice) || (from === 'resolved' && choice === 'investigating');
}

/** The choice a draft asked for, if it is still allowed; else the usual next move of an open complaint. */
export function choiceFor(wanted: StepChoice | null, from: Stage, moves: readonly Stage[]): StepChoice {
  const allowed = choicesOf(moves);
  if (wanted !== null && allowed.includes(wanted)) return wanted;
  return from === 'closed' ? 'note' : (allowed[0] ?? 'note');
}

/** The step as it is sent, with the version it was decided on. */
export function stepOf(choice: StepChoice, note: string, version: number): ComplaintStepDto {
  const words = note.trim();
  return {
    ...(choice === 'note' ? {} : { stage: choice }),
    ...(words === '' ? {} : { note: words }),
    version,
  };
}
