import { computed, type MaybeRefOrGetter, toValue } from 'vue';
import { useI18n } from 'vue-i18n';
import { STAGES } from '#domain/complaint-stage.ts';
import { useNames } from '../../composables/use-names.ts';
import { useOrganisation } from '../../composables/use-organisation.ts';
import { QUEUE_DIMENSIONS, type QueueFilter } from './queue-address.ts';

type FilterKey = (typeof QUEUE_DIMENSIONS)[number] | 'stage';

export interface FilterChip {
  key: FilterKey;
  value: string;
  label: string;
}

/** By what the queue can be narrowed, what has been chosen, and the queue with a choice made or undone. */
export function useFilterChoices(filter: MaybeRefOrGetter<QueueFilter>) {
  const { t } = useI18n();
  const { nameOf, dimensionName } = useNames();
  const { data: organisation } = useOrganisation();

  const nameIn = (key: FilterKey, code: string): string =>
    key === 'stage' ? t(`words.stages.${code}`) : nameOf(key, code);

  function codesOf(key: FilterKey): string[] {
    if (key === 'stage') return [...STAGES.codes];
    if (key === 'channel') return organisation.value?.channels ?? [];
    const { sites, departments, touchpoints } = organisation.value ?? { sites: [], departments: [], touchpoints: [] };
    if (key === 'site') return sites.map(({ code }) => code);
    const chosenSites = toValue(filter).site ?? [];
    if (key === 'touchpoint') return touchpoints.filter(({ active }) => active).map(({ code }) => code);
    return departments.filter(({ site }) => chosenSites.length === 0 || chosenSites.includes(site)).map(({ code }) => code);
  }

  const chosenIn = (key: FilterKey): readonly string[] => toValue(filter)[key] ?? [];
  const keys: readonly FilterKey[] = ['stage', ...QUEUE_DIMENSIONS];

  const choices = computed(() =>
    keys.map((key) => ({
      key,
      label: key === 'stage' ? t('complaints.queue.stage') : dimensionName(key),
      items: codesOf(key).map((value) => ({ value, label: nameIn(key, value) })),
      chosen: chosenIn(key),
    })),
  );
  const chips = computed<FilterChip[]>(() =>
    keys.flatMap((key) => chosenIn(key).map((value) => ({ key, value, label: nameIn(key, value) }))),
  );
  const withValues = (key: FilterKey, values: string[]): QueueFilter => ({ ...toValue(filter), [key]: values });

  return {
    choices,
    chips,
    withValues,
    without: ({ key, value }: Pick<FilterChip, 'key' | 'value'>) =>
      withValues(
        key,
        chosenIn(key).filter((code) => code !== value),
      ),
  };
}
