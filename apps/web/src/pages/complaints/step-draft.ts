import { STAGES } from '#domain/complaint-stage.ts';
import type { StepChoice } from './complaint-step.ts';

/** A step begun but not sent yet, kept in this browser so that a closed tab or a colleague's move loses no words. */
export interface StepDraft {
  choice: StepChoice;
  note: string;
  /** Instant at which it was last changed. */
  keptAt: string;
}

/** Drafts older than this are let go: they hold words about a patient. */
const KEPT_FOR_MS = 30 * 86_400_000;

const KEY_PREFIX = 'bedside.draft.complaint.';

export function draftKey(number: number): string {
  return `${KEY_PREFIX}${number}`;
}

/** The keys of drafts that are too old or unreadable, to be removed from what a browser keeps. */
export function staleDraftKeys(kept: Readonly<Record<string, unknown>>, now: number): string[] {
  return Object.entries(kept)
    .filter(([key, text]) => key.startsWith(KEY_PREFIX) && draftOf(String(text), now) === null)
    .map(([key]) => key);
}

export function draftText(draft: StepDraft): string {
  return JSON.stringify(draft);
}

/** The draft behind a stored text; null for anything that is not one, is empty or is too old. */
export function draftOf(text: string | null, now: number): StepDraft | null {
  if (text === null) return null;
  const kept = parsed(text);
  if (typeof kept !== 'object' || kept === null) return null;
  const { choice, note, keptAt } = kept as Record<keyof StepDraft, unknown>;
  if (!isChoice(choice) || typeof note !== 'string' || note === '' || typeof keptAt !== 'string') return null;
  const age = now - Date.parse(keptAt);
  return age < KEPT_FOR_MS ? { choice, note, keptAt } : null;
}

function isChoice(value: unknown): value is StepChoice {
  return value === 'note' || (STAGES.codes as readonly unknown[]).includes(value);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
