import { CELL_KEYS } from '../cells/cell-keys.ts';
import { cellsOf } from '../cells/cells.query.ts';
import type { AnswersAxis } from './answers-need.ts';
import type { Counter } from './counter.ts';

/** What a statement over answers depends on. */
export interface AnswersShape {
  table: string;
  counters: readonly Counter[];
  by: readonly AnswersAxis[];
  /** True to look at some kinds of waits only: each kind is told apart from the others anyway. */
  ofKinds: boolean;
}

/** More slots than this are summed as an array. */
const MANY = 16;

/**
 * How many answered in each span, by the dimensions asked for, whatever the filters: what a number would reveal depends on
 * those beside it. Parameters as of the cells themselves: $1 organisation, $2–$6 the pieces to read, then the kinds.
 */
export function answersSql({ table, counters, by, ofKinds }: AnswersShape): string {
  const span = 'p.first + (c.on_date - p.from_on) / p.step';
  const columns = [
    'c.on_date',
    ...keysOf(by).map((key, index) => `${key} as k${index}`),
    ...counters.map((counter, index) => `${sumOf(counter)} as n${index}`),
  ];
  const groups = by.map((_, index) => `c.k${index}`);
  return [
    `select ${[`${span} as span`, ...groups].join(', ')},`,
    `  array[${counters.map((_, index) => `sum(c.n${index})`).join(', ')}]::text as answers`,
    ...cellsOf(table, columns, ofKinds ? ['wait-kind'] : [], false),
    `group by ${[span, ...groups].join(', ')}`,
  ].join('\n');
}

/** Since which week anybody has answered at all, for each counter and by the dimensions asked for: $1 organisation. */
export function firstAnswersSql({
  table,
  counters,
  by,
  monthly = false,
}: Omit<AnswersShape, 'ofKinds'> & { monthly?: boolean }): string {
  const keys = keysOf(by);
  const columns = [
    ...keys.map((key, index) => `${key} as k${index}`),
    ...counters.map((counter, index) => `(min(c.on_date) filter (where ${isThere(counter)}))::text as f${index}`),
  ];
  return [
    `select ${columns.join(', ')}`,
    `from ${table} c`,
    `where c.organisation_id = $1 and c.grain = '${monthly ? 'm' : 'w'}'`,
    ...(keys.length === 0 ? [] : [`group by ${keys.join(', ')}`]),
  ].join('\n');
}

const keysOf = (by: AnswersShape['by']): string[] => by.map((dimension) => CELL_KEYS[dimension].expression);

/** Slots of a counter as SQL counts them, from the last to the first: good answers are the most frequent. */
const slotsOf = ({ first, last }: Counter): string[] =>
  Array.from({ length: last - first + 1 }, (_, index) => `c.counts[${last - index + 1}]`);

const isLong = ({ first, last }: Counter): boolean => last - first >= MANY;

function sumOf(counter: Counter): string {
  if (isLong(counter)) {
    return `(select coalesce(sum(b), 0) from unnest(c.counts[${counter.first + 1}:${counter.last + 1}]) b)`;
  }
  return slotsOf(counter)
    .map((slot) => `coalesce(${slot}, 0)`)
    .join(' + ');
}

/** Of many slots it is enough that the cell reaches them: cells are only as long as what they count. */
function isThere(counter: Counter): string {
  if (isLong(counter)) return `cardinality(c.counts) > ${counter.first}`;
  return slotsOf(counter)
    .map((slot) => `${slot} > 0`)
    .join(' or ');
}
