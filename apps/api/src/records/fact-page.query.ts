import type { FactList, FactRow, Mark } from './fact-list.ts';
import type { RecordCursor } from './record-cursor.ts';
import { Statement } from './statement.ts';

/** What a query needs besides its text. */
export interface Query {
  text: string;
  values: unknown[];
}

/** After every record there can be. */
const END = { at: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };

/**
 * One page of records, newest first. Each department's newest are found through the index by department and instant,
 * so that a page costs the same however many records there are; `with ties`, because the index does not know the ids.
 */
export function pageSql<Row extends FactRow>(
  list: FactList<Row>,
  mark: Mark,
  after: RecordCursor | null,
  limit: number,
): Query {
  const statement = new Statement();
  const departments = departmentsOf(mark, statement);
  const end = after === null ? END : { at: new Date(after.at).toISOString(), id: after.id };
  const conditions = [
    ...conditionsOf(list, mark, statement),
    `(${list.at}, ${list.id}) < (${statement.value(end.at, 'timestamptz')}, ${statement.value(end.id, 'uuid')})`,
  ];
  const most = statement.value(limit, 'int');
  const text = `select r.*
from unnest(${departments}) as d (id)
cross join lateral (
  select ${list.id} as id, ${list.at} as at, f.department_id as "departmentId", s.code as source,
    ${list.columns}
  from ${list.from}
  join source s on s.organisation_id = f.organisation_id and s.id = f.source_id
  where f.department_id = d.id
    and ${conditions.join('\n    and ')}
  order by ${list.at} desc
  fetch first (${most}) rows with ties
) r
order by r.at desc, r.id desc
limit ${most}`;
  return { text, values: statement.values };
}

/** Counts the same records, up to a limit. */
export function countSql<Row extends FactRow>(list: FactList<Row>, mark: Mark, limit: number): Query {
  const statement = new Statement();
  const departments = departmentsOf(mark, statement);
  const conditions = conditionsOf(list, mark, statement);
  const text = `select count(*)::int as total
from (
  select 1
  from ${list.from}
  where f.department_id = any (${departments})
    and ${conditions.join('\n    and ')}
  limit ${statement.value(limit, 'int')}
) r`;
  return { text, values: statement.values };
}

function departmentsOf({ filter, organisation }: Mark, statement: Statement): string {
  return statement.value(filter.departmentIds ?? organisation.departments.map(({ id }) => id), 'uuid[]');
}

/** The dates of a span lie, wherever the site is, within a day of the same dates in UTC: enough for the index. */
function conditionsOf<Row extends FactRow>(list: FactList<Row>, mark: Mark, statement: Statement): string[] {
  const near = list.inSpan(mark)
    ? [
        `${list.at} >= ${statement.value(mark.from, 'date')} - 1`,
        `${list.at} < ${statement.value(mark.to, 'date')} + 1`,
      ]
    : [];
  return [
    `f.organisation_id = ${statement.value(mark.organisationId, 'uuid')}`,
    ...near,
    ...list.conditions(mark, statement),
  ];
}
