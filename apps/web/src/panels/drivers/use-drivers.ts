import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { computed, type MaybeRefOrGetter, toValue } from 'vue';
import type { Where } from '#contracts/dimension.ts';
import { api } from '../../api/client.ts';
import { applicable, ignoredFilters } from '../../api/metric-requests.ts';
import { useCatalogue } from '../../composables/use-catalogue.ts';
import type { Span } from '../../filters/period.ts';

/** Asks what moves the overall score, with the filters that satisfaction knows. */
export function useDrivers(asked: MaybeRefOrGetter<{ span: Span; where: Where } | undefined>) {
  const catalogue = useCatalogue();
  const csat = computed(() => catalogue.data.value?.metrics.find(({ code }) => code === 'csat'));
  const request = computed(() => {
    const question = toValue(asked);
    if (!question || !csat.value) return undefined;
    return { ...question.span, where: applicable(question.where, csat.value) };
  });
  const { data, error, refetch } = useQuery({
    queryKey: computed(() => ['drivers', request.value]),
    queryFn: ({ signal }) => api.drivers(request.value ?? { from: '', to: '' }, signal),
    enabled: computed(() => request.value !== undefined),
    placeholderData: keepPreviousData,
  });
  return {
    answer: data,
    error: computed<unknown>(() => catalogue.error.value ?? error.value),
    ignored: computed(() => {
      const question = toValue(asked);
      return question && catalogue.data.value ? ignoredFilters(['csat'], question.where, catalogue.data.value) : [];
    }),
    retry: () => void refetch(),
  };
}
