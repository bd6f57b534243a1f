import { useQuery, useQueryClient } from '@tanstack/vue-query';
import { useDocumentVisibility } from '@vueuse/core';
import { computed, watch } from 'vue';
import { quarantineApi } from '../../api/quarantine.ts';
import { useChange } from '../administration/use-change.ts';
import { drivenGroups } from './driven-groups.ts';

const LATEST = ['redrives'];

/** Rows on their way in again, also those that somebody else drives; looked at every second while any are. */
export function useRedrives() {
  const queries = useQueryClient();
  const visibility = useDocumentVisibility();
  const { data } = useQuery({
    queryKey: LATEST,
    queryFn: ({ signal }) => quarantineApi.redrives(signal),
    staleTime: 0,
    refetchInterval: ({ state }) => {
      if (state.data?.imports.every(({ done }) => done) ?? true) return false;
      return visibility.value === 'hidden' ? 15_000 : 1_000;
    },
    refetchIntervalInBackground: true,
  });
  const latest = computed(() => data.value?.imports ?? []);
  const groups = computed(() => drivenGroups(latest.value));
  const going = computed(() => groups.value.filter(({ isOver }) => !isOver));
  watch(
    () => going.value.length,
    (now, before) => {
      if (now < before) for (const key of CHANGED) void queries.invalidateQueries({ queryKey: [key] });
    },
  );
  return { latest, groups, going };
}

/** What stands in numbers changes with what goes in. */
const CHANGED = ['quarantine', 'imports', 'metrics', 'sources'];

export const useStopRedrives = () => useChange([LATEST], (imports: string[]) => quarantineApi.stopRedrives(imports));
