import type { BreachActionDto, BreachRecordDto, TouchedKind } from '#contracts/audit.dto.ts';
import type { BreachQueryDto } from '#contracts/audit-query.dto.ts';
import type { Database, Transaction } from '../database/database.ts';
import type { Scope } from '../database/scope.ts';
import { streamed } from '../database/streamed.ts';

/** Up to the end the trail had when the report was begun: its figures and its records are of one moment. */
const SPAN = `e.organisation_id = $1 and e.actor_id = $2 and e.seq <= $6
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
  group by r.id order by max(e.at) desc, r.id limit $7
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

interface BreachTotals {
  events: number;
  addresses: string[];
  records: number;
}

interface TouchedRecord {
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

/** The question put to the database: whose doings, in which days of which time zone, up to which event. */
export type BreachSpan = readonly [
  organisationId: string,
  actor: string,
  from: string,
  to: string,
  timeZone: string,
  upTo: number,
];

export async function breachSpan(
  { query, scope }: Transaction,
  { actor, from, to }: BreachQueryDto,
  timeZone: string,
): Promise<BreachSpan> {
  const [head] = await query<{ seq: number }>('select seq::float8 as seq from audit_head where organisation_id = $1', [
    scope.organisationId,
  ]);
  return [scope.organisationId, actor, from, to, timeZone, head?.seq ?? 0];
}

/** What one account or key did in a span of days, in figures. */
export async function breachFigures({ query }: Transaction, span: BreachSpan) {
  const [totals] = await query<BreachTotals>(TOTALS, span);
  const none: BreachTotals = { events: 0, addresses: [], records: 0 };
  return { ...(totals ?? none), actions: await query<BreachActionDto>(ACTIONS, span) };
}

/** The records it touched, the latest first, as many as a page shows. */
export async function breachRecords(
  { query }: Transaction,
  span: BreachSpan,
  most: number,
): Promise<BreachRecordDto[]> {
  return (await query<TouchedRecord>(RECORDS, [...span, most])).map(toRecord);
}

/** All of them, however many, page by page. */
export async function* allBreachRecords(
  database: Database,
  scope: Scope,
  span: BreachSpan,
): AsyncGenerator<BreachRecordDto[]> {
  for await (const rows of streamed<TouchedRecord>(database, scope, RECORDS, [...span, null])) yield rows.map(toRecord);
}

const toRecord = ({ kind, firstAt, lastAt, ...row }: TouchedRecord): BreachRecordDto => ({
  ...row,
  kind: kind ?? 'gone',
  firstAt: firstAt.toISOString(),
  lastAt: lastAt.toISOString(),
});
