import { computed, type ComputedRef, inject, type InjectionKey, provide } from 'vue';
import type { Dashboard, Watch } from '#contracts/dashboard.ts';
import type { MetricAnswerDto } from '#contracts/metric-answer.dto.ts';
import { expectedFalseLines } from '#metrics/false-alarms.ts';
import type { Direction } from '#metrics/vocabulary.ts';
import { type MetricQuestion } from '../api/metric-requests.ts';
import { settledPart, type Span, stretched } from '../filters/period.ts';
import { type Change, comparisonsIn, signalsIn } from '../findings/change.ts';
import { worthTelling } from '../findings/finding.ts';
import { judgedTogether, weeksJudged } from '../findings/judged-together.ts';
import { useCatalogue } from './use-catalogue.ts';
import { type PageFilters } from './use-filters.ts';
import { type MetricAnswers, useMetrics } from './use-metrics.ts';
import { useOrganisation } from './use-organisation.ts';

export interface PageChanges {
  /** What changed, clearest first; undefined while the page is still looking. */
  changes: ComputedRef<Change[] | undefined>;
  /** The dates looked at: those of the page whose weeks are over. */
  looked: ComputedRef<Span | undefined>;
  /** How many groups were looked at. */
  watched: ComputedRef<number>;
  /** How many changes would be found on average if there were none; undefined while the page is still looking. */
  byChance: ComputedRef<number | undefined>;
  error: ComputedRef<unknown>;
  retry(): void;
}

const KEY: InjectionKey<PageChanges> = Symbol('what changed on the page');
const RUN_UP_WEEKS = 26;
/** A single week holds too few answers to compare small groups: four are compared with the four before. */
const FEWEST_WEEKS_COMPARED = 4;

/** Looks at everything a dashboard watches, once, for its title and for the list of what changed. */
export function provideChanges(dashboard: Dashboard, page: PageFilters): PageChanges {
  const { data: organisation } = useOrganisation();
  const { data: catalogue } = useCatalogue();
  const looked = computed(() =>
    page.span.value && page.today.value ? settledPart(page.span.value, page.today.value) : undefined,
  );
  const weekly = dashboard.watch.map((watch) => useMetrics(() => weeksOf(watch, page, looked.value)));
  const compared = dashboard.watch.map((watch) => useMetrics(() => comparisonOf(watch, page, looked.value)));
  const all = [...weekly, ...compared];

  const failed = computed(() => all.find(({ error }) => error.value !== null)?.error.value ?? null);
  const directionOf = (metric: string): Direction =>
    catalogue.value?.metrics.find(({ code }) => code === metric)?.direction ?? 'neutral';
  const together = computed(() => {
    const parts = partsOf(compared);
    return parts && judgedTogether(parts, directionOf);
  });
  const changes = computed(() => {
    const weeks = partsOf(weekly);
    if (!weeks || !together.value) return undefined;
    const marked = foundIn(dashboard.watch, weeks, signalsIn);
    const different = foundIn(dashboard.watch, together.value.answers, comparisonsIn);
    return worthTelling([...marked, ...different], organisation.value);
  });
  const byChance = computed(() => {
    const weeks = partsOf(weekly);
    if (!weeks || !together.value) return undefined;
    return expectedFalseLines({ tests: together.value.tests, weeks: weeksJudged(weeks.flat()) });
  });
  const watched = computed(() => new Set((partsOf(compared) ?? partsOf(weekly) ?? []).flat().flatMap(groupNames)).size);

  const found: PageChanges = {
    changes,
    looked,
    watched,
    byChance,
    error: failed,
    retry: () => {
      for (const part of all) part.retry();
    },
  };
  provide(KEY, found);
  return found;
}

export function useChanges(): PageChanges {
  const found = inject(KEY);
  if (!found) throw new Error('useChanges needs a page that called provideChanges');
  return found;
}

function weeksOf(
  { metrics, by, where }: Watch,
  { where: chosen }: PageFilters,
  span: Span | undefined,
): MetricQuestion | undefined {
  if (!span) return undefined;
  return {
    metrics,
    by,
    span: stretched(span, RUN_UP_WEEKS),
    grain: 'week',
    where: { ...where, ...chosen.value },
  };
}

function comparisonOf(
  { metrics, by, where }: Watch,
  { where: chosen, filters }: PageFilters,
  span: Span | undefined,
): MetricQuestion | undefined {
  if (!span) return undefined;
  return {
    metrics,
    by,
    span: stretched(span, FEWEST_WEEKS_COMPARED),
    grain: 'total',
    where: { ...where, ...chosen.value },
    compare: filters.value.compare,
  };
}

/** The changes of each watch, remembering the filters it looked under. */
function foundIn(
  watches: readonly Watch[],
  parts: readonly (readonly MetricAnswerDto[])[],
  find: (answer: MetricAnswerDto) => Change[],
): Change[] {
  return watches.flatMap(({ where }, index) =>
    (parts[index] ?? []).flatMap(find).map((change) => (where ? { ...change, where } : change)),
  );
}

/** What was answered to each; undefined until all have been. */
function partsOf(parts: readonly MetricAnswers[]): MetricAnswerDto[][] | undefined {
  const answers = parts.flatMap(({ answers }) => (answers.value === undefined ? [] : [answers.value]));
  return answers.length === parts.length ? answers : undefined;
}

function groupNames({ metric, points }: MetricAnswerDto): string[] {
  return points.filter(({ value }) => value !== null).map(({ by }) => `${metric} ${JSON.stringify(by)}`);
}
