import { type ComputedRef, computed, shallowRef, watch } from 'vue';
import type { ImportDto } from '#contracts/imports.dto.ts';
import { secondsLeft, type Sighting, sightingsWith } from './import-progress.ts';

/** How many seconds an import still takes, told from how quickly it went while this page looked; null while nobody can tell. */
export function useRemaining(one: () => ImportDto | undefined): ComputedRef<number | null> {
  const sightings = shallowRef<readonly Sighting[]>([]);
  watch(
    () => one()?.bytesRead,
    (bytesRead) => {
      if (typeof bytesRead !== 'number') return;
      sightings.value = sightingsWith(sightings.value, { at: Date.now(), bytesRead });
    },
    { immediate: true },
  );
  return computed(() => secondsLeft(sightings.value, one()?.bytes ?? null));
}
