import { computed, type ComputedRef, inject, type InjectionKey, provide } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import type { Where } from '#contracts/dimension.ts';
import { type Filters, filtersFromQuery, queryFromFilters } from '../filters/filters.ts';
import { type Span, spanOf } from '../filters/period.ts';
import { useOrganisation } from './use-organisation.ts';

export interface PageFilters {
  filters: ComputedRef<Filters>;
  where: ComputedRef<Where>;
  /** Today's date in the organisation; undefined until it is known. */
  today: ComputedRef<string | undefined>;
  /** The dates shown; undefined until today's date is known. */
  span: ComputedRef<Span | undefined>;
  /** Changes some filters by going to the address that says so: the browser's back button undoes it. */
  change(part: Partial<Filters>): void;
}

const KEY: InjectionKey<PageFilters> = Symbol('filters of the page');
const WEEKS_WITHOUT_PAGE = 13;

/** Reads the filters of a page from its address and gives them to every panel on it. */
export function provideFilters(defaultWeeks: () => number): PageFilters {
  const filters = filtersOfRoute(defaultWeeks);
  provide(KEY, filters);
  return filters;
}

/** The filters of the page a panel stands on. */
export function useFilters(): PageFilters {
  return inject(KEY, () => filtersOfRoute(() => WEEKS_WITHOUT_PAGE), true);
}

function filtersOfRoute(defaultWeeks: () => number): PageFilters {
  const route = useRoute();
  const router = useRouter();
  const { data: organisation } = useOrganisation();
  const filters = computed(() => filtersFromQuery(route.query, defaultWeeks()));
  const today = computed(() => organisation.value?.today);

  return {
    filters,
    today,
    where: computed(() => filters.value.where),
    span: computed(() => (today.value === undefined ? undefined : spanOf(filters.value.period, today.value))),
    change: (part) => {
      void router.push({ query: queryFromFilters({ ...filters.value, ...part }, defaultWeeks()) });
    },
  };
}
