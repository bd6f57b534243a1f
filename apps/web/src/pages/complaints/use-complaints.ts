import { keepPreviousData, useInfiniteQuery } from '@tanstack/vue-query';
import { computed, type MaybeRefOrGetter, toValue } from 'vue';
import { api } from '../../api/client.ts';
import type { QueueFilter } from './queue-address.ts';

const PAGE = 40;

/** The queue, one page after another; the last one stays on screen while the next filter is on its way. */
export function useComplaints(filter: MaybeRefOrGetter<QueueFilter>) {
  const pages = useInfiniteQuery({
    queryKey: ['complaints', 'queue', computed(() => toValue(filter))],
    queryFn: ({ pageParam, signal }) => {
      const { stage, q, ...rest } = toValue(filter);
      const narrowing = { ...(stage.length > 0 ? { stage } : {}), ...(q === '' ? {} : { q }) };
      const cursor = pageParam === null ? {} : { cursor: pageParam };
      return api.searchComplaints({ ...rest, ...narrowing, ...cursor, limit: PAGE }, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
  return {
    ...pages,
    rows: computed(() => pages.data.value?.pages.flatMap((page) => page.rows) ?? []),
    counts: computed(() => pages.data.value?.pages[0]?.counts),
    total: computed(() => pages.data.value?.pages[0]?.total ?? 0),
  };
}
