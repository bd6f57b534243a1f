import type { ComplaintStepDto } from '#contracts/complaints.dto.ts';
import type { Stage } from '#domain/complaint-stage.ts';

/** What the form offers: a move to a stage, or a note that leaves the complaint where it is. */
export type StepChoice = Stage | 'note';

const NEEDS_WORDS: readonly StepChoice[] = ['note', 'resolved', 'closed', 'reopened'];

/** As long as a note may be. */
export const MOST_CHARACTERS = 20_000;

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

/** What the form asks the note to tell; going back to investigate is a question of its own. */
export function noteHint(from: Stage, choice: StepChoice): StepChoice | 'again' {
  return from === 'resolved' && choice === 'investigating' ? 'again' : choice;
}

/**
 * The choice at hand: what was wanted; a plain note when that is no longer allowed, so that words are never sent under a
 * move nobody chose; and before anybody chose, the usual next move of an open complaint.
 */
export function choiceFor(wanted: StepChoice | null, from: Stage, moves: readonly Stage[]): StepChoice {
  const allowed = choicesOf(moves);
  if (wanted !== null) return allowed.includes(wanted) ? wanted : 'note';
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
