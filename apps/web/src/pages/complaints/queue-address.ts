import type { ComplaintView } from '#contracts/complaints.dto.ts';
import { STAGES } from '#domain/complaint-stage.ts';
import type { ComplaintsFilter } from '../../api/client.ts';
import { type AddressQuery, queryFromWhere, valuesIn, whereFromQuery } from '../../filters/address.ts';

/** The views in the order of their tabs: what is to be done first, what is done last. */
export const QUEUE_VIEWS = ['open', 'overdue', 'due-soon', 'closed', 'all'] as const satisfies readonly ComplaintView[];

/** The dimensions by which a queue can be narrowed; others in the address belong to other pages. */
export const QUEUE_DIMENSIONS = ['site', 'department', 'touchpoint', 'channel'] as const;

/** What the queue shows, as its address says it. */
export type QueueFilter = Required<Pick<ComplaintsFilter, 'view' | 'stage' | 'q'>> &
  Pick<ComplaintsFilter, (typeof QUEUE_DIMENSIONS)[number]>;

export function queueFilterOf(query: AddressQuery): QueueFilter {
  const view = valuesIn(query, 'view')[0];
  const where = whereFromQuery(query);
  const given = QUEUE_DIMENSIONS.flatMap((dimension) => (where[dimension] ? [[dimension, where[dimension]]] : []));
  return {
    view: QUEUE_VIEWS.find((known) => known === view) ?? 'open',
    stage: valuesIn(query, 'stage').filter((stage) => (STAGES.codes as readonly string[]).includes(stage)),
    q: (valuesIn(query, 'q')[0] ?? '').trim(),
    ...(Object.fromEntries(given) as Pick<ComplaintsFilter, (typeof QUEUE_DIMENSIONS)[number]>),
  };
}

/** The shortest address of a queue; whatever else stands in the present one (the period of other pages) stays. */
export function queueQueryOf({ view, stage, q, ...where }: QueueFilter, present: AddressQuery): Record<string, string | string[]> {
  const own: readonly string[] = [...QUEUE_DIMENSIONS, 'view', 'stage', 'q'];
  const others = Object.keys(present).filter((key) => !own.includes(key));
  return {
    ...Object.fromEntries(others.map((key) => [key, valuesIn(present, key)])),
    ...(view === 'open' ? {} : { view }),
    ...(stage.length > 0 ? { stage } : {}),
    ...(q === '' ? {} : { q }),
    ...queryFromWhere(where),
  };
}

/** Whether anything but the view narrows the queue: then an empty one says nothing about the hospital. */
export function isNarrowed({ stage, q, ...filter }: QueueFilter): boolean {
  return stage.length > 0 || q !== '' || QUEUE_DIMENSIONS.some((dimension) => (filter[dimension] ?? []).length > 0);
}
