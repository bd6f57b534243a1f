import type { QuarantineFilter } from '../../api/quarantine.ts';
import { type AddressQuery, valuesIn } from '../../filters/address.ts';

/** What the page shows: which rows, and which of them is open. */
export type Shown = QuarantineFilter & { row?: string };

const STATES = ['open', 'dismissed', 'settled'] as const;
const KINDS = ['survey-responses', 'waits', 'complaints', 'complaint-events', 'reviews', 'survey-counts'];
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/;
/** Fields of rows are called so; what a source made up is never put in an address. */
const FIELD = /^[a-z][A-Za-z]{1,20}(\.[a-z0-9-]{1,60})?$/;
const WHOLE_ROW = 'row';

/** What an address asks for. It holds codes and ids alone. */
export function shownIn(query: AddressQuery): Shown {
  const one = (name: string, pattern: RegExp): string | undefined =>
    valuesIn(query, name).find((value) => pattern.test(value));
  const kind = valuesIn(query, 'kind').find((value) => KINDS.includes(value));
  const state = STATES.find((known) => known === valuesIn(query, 'state')[0]);
  const field = one('field', FIELD);
  const shown = {
    ...{ import: one('import', ID), source: one('source', CODE), code: one('code', CODE), row: one('row', ID) },
    kind: kind as Shown['kind'],
    state: state === 'open' ? undefined : state,
    ...(field === WHOLE_ROW ? { wholeRow: true } : { field }),
  };
  return Object.fromEntries(Object.entries(shown).filter(([, value]) => value !== undefined));
}

/** The address of what is shown; what stands in no address (a name a source made up) is left out. */
export function addressOf({ wholeRow, field, said: _, ...shown }: Shown): Record<string, string> {
  const named = wholeRow ? WHOLE_ROW : field !== undefined && FIELD.test(field) ? field : undefined;
  const all = { ...shown, field: named };
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}
