import type { ComplaintView } from '#contracts/complaints.dto.ts';
import { STAGES } from '#domain/complaint-stage.ts';
import type { ComplaintsFilter } from '../../api/client.ts';
import { type AddressQuery, queryFromWhere, valuesIn, whereFromQuery } from '../../filters/address.ts';
import { QUEUE_DIMENSIONS, queueWhere, type QueueWhere } from '../../panels/worklist/queue-where.ts';

/** The views in the order of their tabs: what is to be done first, what is done last. */
export const QUEUE_VIEWS = ['open', 'overdue', 'due-soon', 'closed', 'all'] as const satisfies readonly ComplaintView[];

/** What the queue shows: filters, which its address says, and words, which it does not. */
export type QueueFilter = Required<Pick<ComplaintsFilter, 'view' | 'stage'>> & { q: string } & QueueWhere;

export function queueFilterOf(query: AddressQuery, words = ''): QueueFilter {
  const view = valuesIn(query, 'view')[0];
  return {
    view: QUEUE_VIEWS.find((known) => known === view) ?? 'open',
    stage: STAGES.codes.filter((stage) => valuesIn(query, 'stage').includes(stage)),
    q: words,
    ...queueWhere(whereFromQuery(query)),
  };
}

/** The shortest address of a queue, without words; whatever else stands in the present one (the period of other pages) stays. */
export function queueQueryOf(
  { view, stage, q: _words, ...where }: QueueFilter,
  present: AddressQuery,
): Record<string, string | string[]> {
  const own: readonly string[] = [...QUEUE_DIMENSIONS, 'view', 'stage', 'q'];
  const others = Object.keys(present).filter((key) => !own.includes(key));
  return {
    ...Object.fromEntries(others.map((key) => [key, valuesIn(present, key)])),
    ...(view === 'open' ? {} : { view }),
    ...(stage.length > 0 ? { stage } : {}),
    ...queryFromWhere(where),
  };
}

/** How many filters are set, the search aside. */
export function filtersSet({ stage, ...filter }: QueueFilter): number {
  return QUEUE_DIMENSIONS.reduce((set, dimension) => set + (filter[dimension] ?? []).length, stage.length);
}

/** Whether anything but the view narrows the queue: then an empty one says nothing about the hospital. */
export function isNarrowed(filter: QueueFilter): boolean {
  return filter.q !== '' || filtersSet(filter) > 0;
}
