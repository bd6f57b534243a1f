import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/vue-query';
import { useDocumentVisibility } from '@vueuse/core';
import { computed, type MaybeRefOrGetter, toValue } from 'vue';
import { importsApi } from '../../api/imports.ts';
import { isGoing, lookAgainIn } from './progress/import-progress.ts';

const PAGE = 30;

/** What came in, the latest first, one page after another; looked at again while something still comes in. */
export function useImports(source: MaybeRefOrGetter<string | null>) {
  const visibility = useDocumentVisibility();
  const pages = useInfiniteQuery({
    queryKey: ['imports', computed(() => toValue(source))],
    queryFn: ({ pageParam, signal }) => {
      const from = toValue(source);
      const page = { limit: PAGE, ...(from === null ? {} : { source: from }) };
      return importsApi.imports(pageParam === null ? page : { ...page, before: pageParam }, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    staleTime: 0,
    refetchInterval: ({ state }) => {
      const going = state.data?.pages.flatMap(({ imports }) => imports).find(isGoing);
      return lookAgainIn(going, visibility.value === 'hidden');
    },
    refetchIntervalInBackground: true,
  });
  return { ...pages, rows: computed(() => pages.data.value?.pages.flatMap(({ imports }) => imports) ?? []) };
}

/** One import as it is now; looked at every second while something happens, less when nobody looks. */
export function useImport(id: MaybeRefOrGetter<string | null>) {
  const visibility = useDocumentVisibility();
  return useQuery({
    queryKey: ['import', computed(() => toValue(id))],
    queryFn: ({ signal }) => importsApi.import(toValue(id) ?? '', signal),
    enabled: () => toValue(id) !== null,
    staleTime: 0,
    refetchInterval: ({ state }) => lookAgainIn(state.data, visibility.value === 'hidden'),
    refetchIntervalInBackground: true,
    placeholderData: keepPreviousData,
  });
}

const LOOK_INTO_FOLDER_MS = 15_000;

/** Files of the watched folder that wait for somebody; looked at again while the page is open. */
export function useInboxFiles() {
  return useQuery({
    queryKey: ['inbox'],
    queryFn: ({ signal }) => importsApi.inboxFiles(signal),
    staleTime: 0,
    refetchInterval: LOOK_INTO_FOLDER_MS,
  });
}

/** Files that were begun and not imported. */
export function useUploads() {
  return useQuery({ queryKey: ['uploads'], queryFn: ({ signal }) => importsApi.uploads(signal), staleTime: 0 });
}
