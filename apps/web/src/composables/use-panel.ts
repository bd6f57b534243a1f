import { useMediaQuery } from '@vueuse/core';
import { computed } from 'vue';
import type { MetricPointDto } from '#contracts/metric-answer.dto.ts';
import type { Where } from '#contracts/dimension.ts';
import { useFilters } from './use-filters.ts';
import { useOrganisation } from './use-organisation.ts';
import { useRecordsLink } from './use-records-link.ts';
import { useSpeech } from './use-speech.ts';

/** What every panel of numbers stands on: the page's filters over its own, the words, and the way to the records. */
export function usePanel(own: () => Where | undefined) {
  const { where, span, filters } = useFilters();
  const { data: organisation } = useOrganisation();
  const recordsLink = useRecordsLink();
  const filter = computed<Where>(() => ({ ...own(), ...where.value }));

  return {
    filter,
    span,
    filters,
    speech: useSpeech(),
    narrow: useMediaQuery('(max-width: 700px)'),
    minimumResponses: computed(() => organisation.value?.minimumResponses ?? 0),
    linkTo: (metric: string, point: Pick<MetricPointDto, 'from' | 'to' | 'by'>) =>
      recordsLink(metric, point, filter.value),
  };
}
