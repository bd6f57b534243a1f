import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { computed, type ComputedRef } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import type { MetricDescriptionDto } from '#contracts/metric-catalogue.dto.ts';
import type { ComparedMetricDto, MetricsCompareDto } from '#contracts/metrics-compare.dto.ts';
import { api } from '../../api/client.ts';
import { useCatalogue } from '../../composables/use-catalogue.ts';
import { useOrganisation } from '../../composables/use-organisation.ts';
import { type Compared, comparedFromQuery, queryOfCompared } from './compare-address.ts';
import { comparable, compareRequest, type CompareTrouble, troubleOf } from './compare-request.ts';

export interface Comparison {
  /** What the address asks; undefined until today's date in the organisation is known. */
  compared: ComputedRef<Compared | undefined>;
  metrics: ComputedRef<MetricDescriptionDto[]>;
  metric: ComputedRef<MetricDescriptionDto | undefined>;
  trouble: ComputedRef<CompareTrouble | 'noMetric' | null>;
  answer: ComputedRef<ComparedMetricDto | undefined>;
  error: ComputedRef<unknown>;
  /** Goes to the address that asks something else: the browser's back button undoes it. */
  ask(next: Compared): void;
  retry(): void;
}

/** Asks what the address says, unless it makes no sense to. */
export function useComparison(): Comparison {
  const route = useRoute();
  const router = useRouter();
  const organisation = useOrganisation();
  const catalogue = useCatalogue();

  const compared = computed(() =>
    organisation.data.value ? comparedFromQuery(route.query, organisation.data.value.today) : undefined,
  );
  const metrics = computed(() => comparable(catalogue.data.value?.metrics ?? []));
  const metric = computed(() => metrics.value.find(({ code }) => code === compared.value?.metric));
  const trouble = computed(() => {
    if (!compared.value || metrics.value.length === 0) return null;
    return metric.value ? troubleOf(compared.value, metric.value) : 'noMetric';
  });
  const request = computed(() =>
    compared.value && metric.value && trouble.value === null ? compareRequest(compared.value, metric.value) : null,
  );
  const asked = useQuery({
    queryKey: ['compare', request],
    queryFn: ({ signal }) => api.compare(request.value as MetricsCompareDto, signal),
    enabled: () => request.value !== null,
    placeholderData: keepPreviousData,
  });

  return {
    compared,
    metrics,
    metric,
    trouble,
    answer: computed(() => {
      const [found] = asked.data.value?.compared ?? [];
      return found?.metric === compared.value?.metric ? found : undefined;
    }),
    error: computed(() => organisation.error.value ?? catalogue.error.value ?? asked.error.value),
    ask: (next) => void router.push({ query: queryOfCompared(next) }),
    retry: () => {
      for (const source of [organisation, catalogue, asked]) if (source.isError.value) void source.refetch();
    },
  };
}
