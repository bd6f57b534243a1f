import { refDebounced } from '@vueuse/core';
import { computed, ref, watch } from 'vue';
import { useSources } from '../../administration/sources/use-sources.ts';

/** Which source a file is from: one there is, or a new one by its name. */
export function useSourceChoice(proposed: string, codeFor: (name: string, taken: readonly string[]) => string) {
  const { data } = useSources();
  /** Code of one there is; '' for a new one. */
  const existing = ref('');
  const newName = ref(proposed);
  const touched = ref(false);
  const known = computed(() => (data.value?.sources ?? []).filter(({ own }) => !own));
  const newCode = computed(() =>
    codeFor(
      newName.value,
      known.value.map(({ code }) => code),
    ),
  );
  const typedCode = refDebounced(newCode, 500);

  // A file called like a source is of that source, until somebody says otherwise.
  watch(
    known,
    (sources) => {
      if (touched.value || existing.value !== '') return;
      const same = sources.find(({ code }) => code.toLowerCase() === newCode.value.toLowerCase());
      if (same !== undefined) existing.value = same.code;
    },
    { immediate: true },
  );

  const isNew = computed(() => existing.value === '');
  return {
    known,
    isNew,
    existing: computed({
      get: () => existing.value,
      set: (code) => {
        touched.value = true;
        existing.value = code;
      },
    }),
    newName: computed({
      get: () => newName.value,
      set: (name) => {
        touched.value = true;
        newName.value = name;
      },
    }),
    newCode,
    name: computed(() =>
      isNew.value ? newName.value : (known.value.find(({ code }) => code === existing.value)?.name ?? existing.value),
    ),
    code: computed(() => (isNew.value ? typedCode.value || 'source-1' : existing.value)),
    /** The source that a new name would get the code of; null where the code is free. */
    takenBy: computed(() => {
      if (!isNew.value) return null;
      return known.value.find(({ code }) => code.toLowerCase() === newCode.value.toLowerCase()) ?? null;
    }),
  };
}
