import type { BreachActionDto, TouchedKind } from '#contracts/audit.dto.ts';
import type { BreachQueryDto } from '#contracts/audit-query.dto.ts';
import type { Transaction } from '../database/database.ts';

const SPAN = `e.organisation_id = $1 and e.actor_id = $2
  and e.at >= $3::date::timestamp at time zone $5 and e.at < $4::date::timestamp at time zone $5`;

const TOTALS = `select count(*)::int as events,
  coalesce(array_agg(distinct e.address) filter (where e.address is not null), '{}') as addresses,
  (select count(distinct r.id)::int from audit_event e, unnest(e.records) as r (id) where ${SPAN}) as records
from audit_event e where ${SPAN}`;

const ACTIONS = `select e.action, count(distinct e.seq)::int as events, count(distinct r.id)::int as records
from audit_event e left join lateral unnest(e.records) as r (id) on true where ${SPAN}
group by e.action order by e.action`;

/** What a record is, as far as it is still held. */
const RECORDS = `select t.*, k.kind, k.complaint, d.code as department from (
  select r.id, count(distinct e.seq)::int as times, min(e.at) as "firstAt", max(e.at) as "lastAt",
    array_agg(distinct e.action) as actions,
    coalesce(array_agg(distinct e.address) filter (where e.address is not null), '{}') as addresses
  from audit_event e, unnest(e.records) as r (id) where ${SPAN}
  group by r.id order by max(e.at) desc, r.id limit $6
) t
left join lateral (
  select 'complaint' as kind, c.number as complaint, c.department_id from complaint c where c.organisation_id = $1 and c.id = t.id
  union all select 'survey-response', null, f.department_id from survey_response f where f.organisation_id = $1 and f.id = t.id
  union all select 'review', null, f.department_id from review f where f.organisation_id = $1 and f.id = t.id
  union all select 'wait', null, f.department_id from wait f where f.organisation_id = $1 and f.id = t.id
  union all select 'complaint-event', c.number, f.department_id from complaint_event f
    join complaint c on c.organisation_id = f.organisation_id and c.id = f.complaint_id
    where f.organisation_id = $1 and f.id = t.id
  limit 1
) k on true
left join department d on d.organisation_id = $1 and d.id = k.department_id
order by t."lastAt" desc, t.id`;

export interface BreachTotals {
  events: number;
  addresses: string[];
  records: number;
}

export interface TouchedRecord {
  id: string;
  kind: TouchedKind | null;
  complaint: number | null;
  department: string | null;
  times: number;
  firstAt: Date;
  lastAt: Date;
  actions: string[];
  addresses: string[];
}

/** What one account or key did in a span of days, and every record it touched, the latest first; `most` null for all. */
export async function readBreach(
  { query, scope }: Transaction,
  { actor, from, to }: BreachQueryDto,
  timeZone: string,
  most: number | null,
): Promise<{ totals: BreachTotals; actions: BreachActionDto[]; rows: TouchedRecord[] }> {
  const span = [scope.organisationId, actor, from, to, timeZone];
  const [totals] = await query<BreachTotals>(TOTALS, span);
  return {
    totals: totals ?? { events: 0, addresses: [], records: 0 },
    actions: await query<BreachActionDto>(ACTIONS, span),
    rows: await query<TouchedRecord>(RECORDS, [...span, most]),
  };
}
