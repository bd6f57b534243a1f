import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/vue-query';
import { computed, type MaybeRefOrGetter, toValue } from 'vue';
import { api } from '../../../api/client.ts';
import type { AuditFilter, BreachQuestion } from './audit-address.ts';

const PAGE = 50;

/** Each reading of the trail is on the trail: nothing is asked for again unless somebody asks. */
const ASKED_ONCE = { staleTime: Infinity, refetchOnWindowFocus: false, refetchOnReconnect: false } as const;

/** The events that fit, one page after another, newest first. */
export function useAuditEvents(filter: MaybeRefOrGetter<AuditFilter>) {
  const pages = useInfiniteQuery({
    ...ASKED_ONCE,
    gcTime: 0,
    queryKey: ['audit', 'events', computed(() => toValue(filter))],
    queryFn: ({ pageParam, signal }) =>
      api.auditEvents(
        { ...toValue(filter), ...(pageParam === null ? {} : { cursor: pageParam }), limit: PAGE },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });
  return {
    ...pages,
    rows: computed(() => pages.data.value?.pages.flatMap((page) => page.rows) ?? []),
    timeZone: computed(() => pages.data.value?.pages[0]?.timeZone),
  };
}

/** The accounts and keys that have acted. */
export const useAuditActors = () =>
  useQuery({ queryKey: ['audit', 'actors'], queryFn: ({ signal }) => api.auditActors(signal) });

/** Recomputes the whole trail, when somebody asks. */
export const useVerification = () => useMutation({ gcTime: 0, mutationFn: () => api.verifyAudit() });

/** Everything one account or key read, once a question is asked. */
export const useBreachReport = (question: MaybeRefOrGetter<BreachQuestion | null>) =>
  useQuery({
    ...ASKED_ONCE,
    gcTime: 0,
    queryKey: ['audit', 'breach', computed(() => toValue(question))],
    enabled: () => toValue(question) !== null,
    queryFn: ({ signal }) => {
      const asked = toValue(question);
      if (asked === null) throw new Error('nobody has asked yet');
      return api.breachReport(asked, signal);
    },
  });
