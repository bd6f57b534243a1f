import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { computed, type MaybeRefOrGetter, toValue } from 'vue';
import type { Comparison, Where } from '#contracts/dimension.ts';
import type { WhyDimension, WhyMetric, WhyQueryDto } from '#contracts/why.dto.ts';
import { api } from '../api/client.ts';
import { alongJourney, applicable, ignoredFilters } from '../api/metric-requests.ts';
import type { Span } from '../filters/period.ts';
import { useCatalogue } from './use-catalogue.ts';
import { useOrganisation } from './use-organisation.ts';

export interface WhyQuestion {
  metric: WhyMetric;
  by: WhyDimension;
  span: Span;
  where: Where;
  /** What it is compared with where the page compares with nothing: the period before. */
  compare: Comparison | null;
}

/** Asks why a score changed, and keeps the last answer on screen while the next is on its way. */
export function useWhy(question: MaybeRefOrGetter<WhyQuestion | undefined>) {
  const catalogue = useCatalogue();
  const organisation = useOrganisation();
  const request = computed<WhyQueryDto | undefined>(() => {
    const asked = toValue(question);
    const metric = catalogue.data.value?.metrics.find(({ code }) => code === asked?.metric);
    if (!asked || !metric || !organisation.data.value) return undefined;
    const { by, span, compare } = asked;
    const whole = { metrics: [asked.metric], span, grain: 'total', by: [by], where: asked.where } as const;
    const { where } = alongJourney(whole, organisation.data.value);
    return {
      metric: asked.metric,
      from: span.from,
      to: span.to,
      by,
      compare: compare ?? 'previous',
      where: applicable(where, metric),
    };
  });
  const answered = useQuery({
    queryKey: computed(() => ['why', request.value]),
    queryFn: ({ signal }) => (request.value ? api.why(request.value, signal) : null),
    enabled: computed(() => request.value !== undefined),
    placeholderData: keepPreviousData,
  });
  const error = computed<unknown>(
    () => catalogue.error.value ?? organisation.error.value ?? answered.error.value ?? null,
  );

  return {
    answer: computed(() => answered.data.value ?? undefined),
    error,
    loading: computed(() => !answered.data.value && error.value === null),
    ignored: computed(() => {
      const asked = toValue(question);
      return asked && catalogue.data.value ? ignoredFilters([asked.metric], asked.where, catalogue.data.value) : [];
    }),
    retry: () => {
      for (const source of [catalogue, organisation, answered]) if (source.isError.value) void source.refetch();
    },
  };
}
