import { useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import { administrationApi } from '../../../api/administration.ts';
import { may } from '../../../session/session.ts';

/** Targets and rules. */
export function useSettings() {
  return useQuery({ queryKey: ['settings'], queryFn: ({ signal }) => administrationApi.settings(signal) });
}

const LOOK_AGAIN_MS = 1_500;

/** Whether the data is the demo's; looked at again and again while it is being removed. */
export function useDemo() {
  return useQuery({
    queryKey: ['demo'],
    queryFn: ({ signal }) => administrationApi.demo(signal),
    enabled: computed(() => may('change', 'settings')),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.removal ? LOOK_AGAIN_MS : false),
  });
}
