import { useDebounceFn } from '@vueuse/core';
import { ref, watch } from 'vue';
import type { StepChoice } from './complaint-step.ts';
import { draftKey, draftOf, draftText, staleDraftKeys } from './step-draft.ts';

const KEPT_AFTER_MS = 400;

/** The step being written for one complaint, kept in this browser while it is written. */
export function useStepDraft(number: number) {
  const key = draftKey(number);
  const kept = draftOf(read(key), Date.now());
  sweep();
  const wanted = ref<StepChoice | null>(kept?.choice ?? null);
  const note = ref(kept?.note ?? '');
  const keptAt = ref<string | null>(kept?.keptAt ?? null);

  function keep(): void {
    const now = new Date().toISOString();
    const text =
      note.value.trim() === '' ? null : draftText({ choice: wanted.value ?? 'note', note: note.value, keptAt: now });
    keptAt.value = write(key, text) && text !== null ? now : null;
  }

  watch([wanted, note], useDebounceFn(keep, KEPT_AFTER_MS));

  /** Begins afresh, with nothing kept. */
  function discard(): void {
    wanted.value = null;
    note.value = '';
    keep();
  }

  return { wanted, note, keptAt, discard };
}

/** A browser may refuse storage altogether (private windows, full disks): writing goes on without a draft. */
function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function sweep(): void {
  try {
    for (const key of staleDraftKeys({ ...localStorage }, Date.now())) localStorage.removeItem(key);
  } catch {
    return;
  }
}

function write(key: string, text: string | null): boolean {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}
