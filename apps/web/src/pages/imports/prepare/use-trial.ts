import { useMutation } from '@tanstack/vue-query';
import { computed, ref, shallowRef } from 'vue';
import { importsApi } from '../../../api/imports.ts';
import { isGoing } from '../progress/import-progress.ts';
import { useImport } from '../use-imports.ts';
import type { Preparation } from './use-preparation.ts';

/** Tries a file out as it would go in, and says whether what was tried still is what would go in. */
export function useTrial({ importWish }: Preparation) {
  const id = ref<string | null>(null);
  const tried = shallowRef('');
  const { data } = useImport(id);
  const begin = useMutation({
    mutationFn: () => {
      tried.value = JSON.stringify(importWish.value);
      return importsApi.begin({ ...importWish.value, dryRun: true });
    },
    onSuccess: (one) => {
      id.value = one.id;
    },
  });
  const result = computed(() => (data.value !== undefined && data.value.id === id.value ? data.value : undefined));
  return {
    begin,
    result,
    running: computed(() => begin.isPending.value || (result.value !== undefined && isGoing(result.value))),
    stale: computed(() => id.value !== null && tried.value !== JSON.stringify(importWish.value)),
  };
}
