import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { computed, type MaybeRefOrGetter, toValue } from 'vue';
import type { Dimension, Where } from '#contracts/dimension.ts';
import { api } from '../../api/client.ts';
import type { Span } from '../../filters/period.ts';

/** A reply and a wait know these in the same sense. */
const SHARED: readonly string[] = ['site', 'department'];

/** Asks what ten minutes of waiting cost, with the filters that both replies and waits know. */
export function useWaitEffect(asked: MaybeRefOrGetter<{ span: Span; where: Where } | undefined>) {
  const request = computed(() => {
    const question = toValue(asked);
    if (!question) return undefined;
    const known = Object.entries(question.where).filter(
      ([name, codes]) => SHARED.includes(name) || isOneKind(name, codes),
    );
    return { ...question.span, where: Object.fromEntries(known) };
  });
  const { data, error, refetch } = useQuery({
    queryKey: computed(() => ['wait-effect', request.value]),
    queryFn: ({ signal }) => api.waitEffect(request.value ?? { from: '', to: '' }, signal),
    enabled: computed(() => request.value !== undefined),
    placeholderData: keepPreviousData,
  });
  return {
    answer: data,
    error,
    ignored: computed(() =>
      (Object.keys(toValue(asked)?.where ?? {}) as Dimension[]).filter(
        (name) => !(name in (request.value?.where ?? {})),
      ),
    ),
    retry: () => void refetch(),
  };
}

/** Waits of different kinds are not alike: a filter for several does not narrow this. */
const isOneKind = (name: string, codes: readonly string[]): boolean => name === 'wait-kind' && codes.length === 1;
