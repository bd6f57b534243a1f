import { useInfiniteQuery } from '@tanstack/vue-query';
import { computed, type MaybeRefOrGetter, toValue } from 'vue';
import { api } from '../../api/client.ts';
import type { Mark } from '../../filters/records-mark.ts';

const PAGE = 50;

/** The records behind a mark, one page after another, newest first. */
export function useRecords(mark: MaybeRefOrGetter<Mark>) {
  const pages = useInfiniteQuery({
    queryKey: ['records', computed(() => toValue(mark))],
    queryFn: ({ pageParam, signal }) =>
      api.records({ ...toValue(mark), limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });
  return {
    ...pages,
    rows: computed(() => pages.data.value?.pages.flatMap((page) => page.rows) ?? []),
    first: computed(() => pages.data.value?.pages[0]),
  };
}
