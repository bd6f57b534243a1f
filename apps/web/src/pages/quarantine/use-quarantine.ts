import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/vue-query';
import { computed, type MaybeRefOrGetter, toValue } from 'vue';
import { type QuarantineFilter, quarantineApi, type RedriveWish } from '../../api/quarantine.ts';
import { useChange } from '../administration/use-change.ts';

const PAGE = 50;
/** What stands in numbers changes with what goes in. */
const ALL = [['quarantine'], ['redrives'], ['imports'], ['metrics'], ['sources']];

/** Why rows were set aside, within an import or a source if one is chosen. */
export function useReasons(filter: MaybeRefOrGetter<QuarantineFilter>) {
  return useQuery({
    queryKey: ['quarantine', 'reasons', computed(() => toValue(filter))],
    queryFn: ({ signal }) => quarantineApi.reasons(toValue(filter), signal),
    placeholderData: keepPreviousData,
  });
}

export function useRows(filter: MaybeRefOrGetter<QuarantineFilter>) {
  const pages = useInfiniteQuery({
    queryKey: ['quarantine', 'rows', computed(() => toValue(filter))],
    queryFn: ({ pageParam, signal }) => {
      const cursor = pageParam === null ? {} : { cursor: pageParam };
      return quarantineApi.rows({ ...toValue(filter), ...cursor, limit: PAGE }, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
  return {
    ...pages,
    rows: computed(() => pages.data.value?.pages.flatMap((page) => page.rows) ?? []),
    total: computed(() => pages.data.value?.pages[0]?.total ?? 0),
  };
}

export function useEntry(id: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: ['quarantine', 'row', computed(() => toValue(id))],
    queryFn: ({ signal }) => quarantineApi.row(toValue(id), signal),
  });
}

/** What somebody mends in a row, and whether it is to go in at once. */
export interface Mending {
  id: string;
  values: Record<string, unknown>;
  version: string;
  drive: boolean;
}

export const useMend = () =>
  useChange([['quarantine']], ({ id, values, version }: Mending) => quarantineApi.mend(id, { values, version }));

export const useRedrive = () => useChange(ALL, (wish: RedriveWish) => quarantineApi.redrive(wish));

export const useDismiss = () =>
  useChange([['quarantine']], (wish: QuarantineFilter & { ids?: string[]; reason: string }) =>
    quarantineApi.dismiss(wish),
  );

export const useRestore = () =>
  useChange([['quarantine']], (wish: QuarantineFilter & { ids?: string[] }) => quarantineApi.restore(wish));
