import { computed, type ComputedRef, ref, watch } from 'vue';
import { useRoute } from 'vue-router';

export interface TypedWords {
  words: ComputedRef<string>;
  /** Looks for other words on the page as it is; going back does not stop at each of them. */
  type(words: string): void;
}

/**
 * Words typed to search a page. They may be a patient's, so they stay out of its address: the entry of the tab's history
 * holds them, and going back or reloading finds them again. A link takes them along as `state: { words }`.
 */
export function useTypedWords(): TypedWords {
  const route = useRoute();
  const words = ref(wordsHere());
  watch(
    () => route.fullPath,
    () => {
      words.value = wordsHere();
    },
    { flush: 'sync' },
  );
  return {
    words: computed(() => words.value),
    type: (typed) => {
      words.value = typed.trim();
      window.history.replaceState({ ...window.history.state, words: words.value }, '');
    },
  };
}

function wordsHere(): string {
  const kept: unknown = window.history.state?.words;
  return typeof kept === 'string' ? kept : '';
}
