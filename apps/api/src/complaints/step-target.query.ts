import type { Transaction } from '../database/database.ts';

const LOCK_SQL = `select c.id, c.department_id as "departmentId", c.version from complaint c
where c.organisation_id = $1::uuid and c.number = $2::int for update`;

/** After the lock, in a statement of its own: one that waited for it would still see the history as it was before. */
const CONTEXT_SQL = `select s.time_zone as "timeZone",
  (select (extract(epoch from greatest(c.received_at, max(e.happened_at))) * 1000)::float8 from complaint c
     left join complaint_event e on e.organisation_id = c.organisation_id and e.complaint_id = c.id
     where c.organisation_id = $1::uuid and c.id = $2::uuid group by c.received_at) as "lastAt"
from department d join site s on s.organisation_id = d.organisation_id and s.id = d.site_id
where d.organisation_id = $1::uuid and d.id = $3::uuid`;

/** The complaint a step is taken on, locked until the step is stored. */
export interface StepTarget {
  id: string;
  version: number;
  /** Of its site. */
  timeZone: string;
  /** When the latest thing happened to it, in ms since 1970. */
  lastAt: number;
}

export async function lockStepTarget({ query, scope }: Transaction, number: number): Promise<StepTarget | undefined> {
  const [complaint] = await query<{ id: string; departmentId: string; version: number }>(LOCK_SQL, [
    scope.organisationId,
    number,
  ]);
  if (complaint === undefined) return undefined;
  const { id, version, departmentId } = complaint;
  const [context] = await query<Pick<StepTarget, 'timeZone' | 'lastAt'>>(CONTEXT_SQL, [
    scope.organisationId,
    id,
    departmentId,
  ]);
  if (context === undefined) throw new Error('a complaint lies in a department that is not there');
  return { id, version, ...context };
}
