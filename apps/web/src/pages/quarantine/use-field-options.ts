import { computed } from 'vue';
import { useNames } from '../../composables/use-names.ts';
import { useOrganisation } from '../../composables/use-organisation.ts';
import type { QuarantineField } from '../../api/quarantine.ts';
import { useValueOptions } from '../imports/prepare/use-value-options.ts';

/** What a field can be said to be: a list where there is one, also of the organisation's own places; null where it is typed. */
export function useFieldOptions() {
  const { optionsOf } = useValueOptions();
  const { nameOf } = useNames();
  const { data: organisation } = useOrganisation();
  const places = computed(() => ({
    site: (organisation.value?.sites ?? []).map(({ code, name }) => ({ value: code, label: name })),
    department: (organisation.value?.departments ?? [])
      .filter(({ general }) => !general)
      .map(({ code, name, site }) => ({ value: code, label: `${name} · ${nameOf('site', site)}` })),
    touchpoint: (organisation.value?.touchpoints ?? []).map(({ code }) => ({
      value: code,
      label: nameOf('touchpoint', code),
    })),
  }));
  return {
    optionsOf: (field: QuarantineField): { value: string; label: string }[] | null => {
      const { name } = field;
      if (name === 'site' || name === 'department' || name === 'touchpoint') return places.value[name];
      return optionsOf(field);
    },
  };
}
