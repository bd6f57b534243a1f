import type { Fact, FactTable } from './fact-table.ts';

/**
 * The statements of one kind of fact. Rows travel as one binary array a column and are unnested side by side; they
 * are sorted by id before they are sent, so that concurrent writers meet their locks in one order.
 */
export interface FactSql {
  /** Which of the ids are not stored exactly as sent, and which of those are new. */
  probe: string;
  /** Stores rows that are all new and say something in these columns alone; fails, storing none, where one is not new. */
  insertNew(columns: ReadonlySet<string>): string;
  /** The same, telling their counted values. */
  insertNewReturning: string;
  /** Stores what is not there, and tells ids and counted values of that. */
  insertReturning: string;
  /** Locks stored rows in key order and tells their old counted values. */
  lock: string;
  /** Replaces rows, and tells their counted values then. */
  replace: string;
  /** Locks rows in key order and tells their counted values: for rows about to go, or to be set back. */
  lockStored: string;
  /** Sets locked rows back to earlier versions, given as objects of their columns; tells their counted values then. */
  restore: string;
  /** Stores rows again that were taken back, given as objects of their columns; tells the counted values of those stored. */
  reinstate: string;
  erase: string;
}

export function factSql<Row extends Fact, Counted>({ name, columns, countedSql }: FactTable<Row, Counted>): FactSql {
  const insertOf = (sent: FactTable<Row, Counted>['columns']): string => {
    const names = sent.map((column) => column.name).join(', ');
    const values = sent
      .map((column) => (column.cast ? `x.${column.name}::${column.cast}` : `x.${column.name}`))
      .join(', ');
    const unnested = sent.map((column, index) => `unnest($${index + 2}::${column.type}[]) ${column.name}`).join(', ');
    return `insert into ${name} as f (organisation_id, ${names}) select $1::uuid, ${values} from (select ${unnested}) x`;
  };
  const insertNew = insertOf(columns);
  const insert = `${insertNew}
on conflict (organisation_id, id)`;
  const replaced = columns
    .filter((column) => column.name !== 'id' && !column.kept)
    .map((column) => `${column.name} = excluded.${column.name}`)
    .join(', ');
  return {
    probe: `select (x.i - 1)::int as index, f.id is null as absent
from unnest($2::uuid[], $3::int8[]) with ordinality as x(id, content_hash, i)
left join ${name} f on f.organisation_id = $1::uuid and f.id = x.id
where f.content_hash is distinct from x.content_hash`,
    insertNew: (sent) => insertOf(columns.filter((column) => sent.has(column.name))),
    insertNewReturning: `${insertNew} returning ${countedSql}`,
    insertReturning: `${insert} do nothing returning f.id, ${countedSql}`,
    lock: `select (x.i - 1)::int as index, f.content_hash = x.content_hash as same, ${countedSql}
from unnest($2::uuid[], $3::int8[]) with ordinality as x(id, content_hash, i)
join ${name} f on f.organisation_id = $1::uuid and f.id = x.id
order by f.id for update of f`,
    replace: `${insert} do update set ${replaced} returning ${countedSql}`,
    restore: `update ${name} f set ${columns
      .filter((column) => column.name !== 'id')
      .map((column) => `${column.name} = r.${column.name}`)
      .join(', ')}
from unnest($2::jsonb[]) x cross join lateral jsonb_populate_record(null::${name}, x) r
where f.organisation_id = $1::uuid and f.id = r.id returning ${countedSql}`,
    reinstate: `insert into ${name} as f select r.*
from unnest($2::jsonb[]) x cross join lateral jsonb_populate_record(null::${name}, x) r
where r.organisation_id = $1::uuid order by r.id on conflict (organisation_id, id) do nothing returning ${countedSql}`,
    lockStored: `select f.id, ${countedSql} from ${name} f
where f.organisation_id = $1::uuid and f.id = any ($2::uuid[]) order by f.id for update of f`,
    erase: `delete from ${name} where organisation_id = $1::uuid and id = any ($2::uuid[])`,
  };
}
