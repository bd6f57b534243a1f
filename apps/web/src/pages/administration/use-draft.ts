import { type Ref, computed, ref, shallowRef, watch } from 'vue';

/** Something as it is now, as a form shows it, and the version a change of it sends back; null for what is new. */
export interface Kept<Draft, Version extends string | null = string> {
  version: Version;
  draft: Draft;
}

/** `newer`: somebody else changed it while something was typed. `looking`: theirs is shown, what was typed is kept. */
export type DraftState = 'own' | 'newer' | 'looking';

/**
 * What somebody types over what is kept. When somebody else changes that meanwhile, neither is lost: theirs can be
 * looked at, and what was typed be taken up again, which a save then puts in its place.
 */
export function useDraft<Draft extends object, Version extends string | null>(kept: () => Kept<Draft, Version>) {
  const base = shallowRef(kept());
  const draft = ref(copyOf(base.value.draft)) as Ref<Draft>;
  const aside = shallowRef<Draft | null>(null);
  const state = computed<DraftState>(() => {
    if (aside.value !== null) return 'looking';
    return collides(kept().draft) ? 'newer' : 'own';
  });

  const collides = (now: Draft): boolean =>
    !same(now, base.value.draft) && !same(now, draft.value) && !same(draft.value, base.value.draft);

  watch(kept, (now) => {
    if (collides(now.draft)) return;
    if (same(draft.value, base.value.draft)) draft.value = copyOf(now.draft);
    base.value = now;
  });

  function look(): void {
    const now = kept();
    aside.value = draft.value;
    base.value = now;
    draft.value = copyOf(now.draft);
  }

  function back(): void {
    draft.value = aside.value ?? draft.value;
    aside.value = null;
  }

  /** After a save: what is kept now is what was typed. */
  function settle(): void {
    look();
    aside.value = null;
  }

  return { draft, version: computed(() => base.value.version), state, look, back, settle };
}

const copyOf = <Draft>(draft: Draft): Draft => JSON.parse(JSON.stringify(draft)) as Draft;
const same = (one: object, other: object): boolean => JSON.stringify(one) === JSON.stringify(other);
