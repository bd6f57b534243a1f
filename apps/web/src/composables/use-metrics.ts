import { keepPreviousData, useQueries } from '@tanstack/vue-query';
import { computed, type ComputedRef, type MaybeRefOrGetter, toValue } from 'vue';
import type { Dimension } from '#contracts/dimension.ts';
import type { MetricAnswerDto } from '#contracts/metric-answer.dto.ts';
import type { MetricsQueryDto } from '#contracts/metrics-query.dto.ts';
import { api } from '../api/client.ts';
import { alongJourney, ignoredFilters, type MetricQuestion, requestsOf } from '../api/metric-requests.ts';
import { useCatalogue } from './use-catalogue.ts';
import { useOrganisation } from './use-organisation.ts';

export interface MetricAnswers {
  /** One answer a metric in the order asked; undefined until all have come. */
  answers: ComputedRef<MetricAnswerDto[] | undefined>;
  loading: ComputedRef<boolean>;
  error: ComputedRef<unknown>;
  /** What was asked of the API, as it was asked. */
  requests: ComputedRef<MetricsQueryDto[]>;
  /** Filters of the page that none of the metrics knows. */
  ignored: ComputedRef<Dimension[]>;
  retry(): void;
}

/** Asks "metrics M by D at grain G from A to B" and keeps the last answer on screen while the next is on its way. */
export function useMetrics(question: MaybeRefOrGetter<MetricQuestion | undefined>): MetricAnswers {
  const catalogue = useCatalogue();
  const organisation = useOrganisation();

  const requests = computed(() => {
    const asked = toValue(question);
    if (!asked || !catalogue.data.value || !organisation.data.value) return [];
    return requestsOf(alongJourney(asked, organisation.data.value), catalogue.data.value);
  });
  const parts = useQueries({
    queries: computed(() =>
      requests.value.map((request) => ({
        queryKey: ['metrics', request],
        queryFn: ({ signal }: { signal: AbortSignal }) => api.metrics(request, signal),
        placeholderData: keepPreviousData,
      })),
    ),
  });

  const answers = computed(() => {
    const asked = toValue(question);
    if (
      !asked ||
      !catalogue.data.value ||
      !organisation.data.value ||
      parts.value.some((part) => part.data === undefined)
    )
      return undefined;
    const all = parts.value.flatMap((part) => part.data?.answers ?? []);
    return asked.metrics.flatMap((code) => all.filter((answer) => answer.metric === code));
  });
  const error = computed<unknown>(
    () => catalogue.error.value ?? organisation.error.value ?? parts.value.find((part) => part.error)?.error ?? null,
  );

  return {
    answers,
    error,
    requests,
    loading: computed(() => answers.value === undefined && error.value === null),
    ignored: computed(() => {
      const asked = toValue(question);
      return asked && catalogue.data.value ? ignoredFilters(asked.metrics, asked.where, catalogue.data.value) : [];
    }),
    retry: () => {
      for (const source of [catalogue, organisation]) if (source.isError.value) void source.refetch();
      for (const part of parts.value) if (part.isError) void part.refetch();
    },
  };
}
