import type { Dimension } from '#contracts/dimension.ts';
import { CELL_KEYS } from './cell-keys.ts';

/** What a statement over cells depends on; all else are its parameters. */
export interface CellsShape {
  /** Name of the cell table. */
  table: string;
  /** Slots to sum, counted from 0. */
  slots: readonly number[];
  by: readonly Dimension[];
  /** Dimensions filtered by: the department stands for the site too. */
  where: readonly Exclude<Dimension, 'site'>[];
}

/**
 * Sums slots of cells for each span and group. Parameters: $1 organisation; $2–$6 the pieces to read (grain, from, to,
 * first span, days a span; see piece.ts); then the values each filter keeps. A row is a span number, the group's keys
 * `k0`, `k1` … and the sums as the text of an array, which is quicker to read than columns.
 */
export function cellsSql({ table, slots, by, where }: CellsShape): string {
  const keys = by.map((dimension, index) => ({ name: `k${index}`, ...CELL_KEYS[dimension] }));
  const span = 'p.first + (c.on_date - p.from_on) / p.step';
  const columns = [
    'c.on_date',
    ...keys.map(({ name, expression }) => `${expression} as ${name}`),
    ...slots.map((slot) => `c.counts[${slot + 1}] as s${slot}`),
  ];
  return [
    `select ${[`${span} as span`, ...keys.map(({ name }) => `c.${name}`)].join(', ')},`,
    `  array[${slots.map((slot) => `coalesce(sum(c.s${slot}), 0)`).join(', ')}]::text as counts`,
    ...cellsOf(table, columns, where, by.includes('site')),
    `group by ${[span, ...keys.map(({ name }) => `c.${name}`)].join(', ')}`,
  ].join('\n');
}

/** How many slots the longest of the cells has; parameters as above. */
export function longestCellSql({ table, where }: Pick<CellsShape, 'table' | 'where'>): string {
  return [
    'select coalesce(max(c.length), 0)::int as slots',
    ...cellsOf(table, ['cardinality(c.counts) as length'], where, false),
  ].join('\n');
}

/** `offset 0` keeps each piece a stretch of the primary key: joined as one, many pieces would read the whole table. */
export function cellsOf(
  table: string,
  columns: readonly string[],
  where: CellsShape['where'],
  bySite: boolean,
): string[] {
  const kept = where.map((dimension, index) => {
    const { expression, type } = CELL_KEYS[dimension];
    return `${expression} = any ($${index + 7}::${type}[])`;
  });
  const inPiece = 'c.organisation_id = $1 and c.grain = p.grain and c.on_date >= p.from_on and c.on_date < p.to_on';
  return [
    'from unnest($2::"char"[], $3::date[], $4::date[], $5::int[], $6::int[]) as p (grain, from_on, to_on, first, step)',
    'cross join lateral (',
    `  select ${columns.join(', ')}`,
    `  from ${table} c`,
    ...(bySite ? ['  join department d on d.organisation_id = $1 and d.id = c.department_id'] : []),
    `  where ${[inPiece, ...kept].join('\n    and ')}`,
    '  offset 0',
    ') c',
  ];
}
