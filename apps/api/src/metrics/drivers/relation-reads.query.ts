/**
 * The newest replies of some departments in a span, through the index by department and instant: of each department at
 * most $5 are looked at, and where there were more, none older than the oldest looked at is taken of any department.
 */
export const REPLIES_SQL = `
with looked as (
  select d.id as department, r.*
  from unnest($2::uuid[]) as d (id)
  cross join lateral (
    select f.responded_at as at, f.responded_on as day, f.csat, f.scores, f.channel, f.language, f.visit_pseudonym
    from survey_response f
    where f.organisation_id = $1 and f.department_id = d.id
      and f.responded_at >= $3::date - 1 and f.responded_at < $4::date + 1
    order by f.responded_at desc
    limit $5::int
  ) r
), cut as (
  select max(oldest) as at
  from (select min(at) as oldest, count(*) as rows from looked group by department) e
  where e.rows >= $5::int
)
select l.day - date '1970-01-01' as day, l.csat, l.scores, l.visit_pseudonym as visit,
  (extract(epoch from l.at) * 1000)::float8 as "answeredMs", cut.at is not null as cut
from looked l, cut
where l.csat is not null and l.day >= $3::date and l.day < $4::date and (cut.at is null or l.at > cut.at)
  and ($6::smallint[] is null or l.channel = any ($6)) and ($7::text[] is null or l.language = any ($7))
  and ($8::boolean is not true or l.visit_pseudonym is not null)
order by l.at desc
limit $9::int`;

/** The newest waits of one kind that name a visit, of some departments, begun between two dates. */
export const WAITS_SQL = `
select r.*
from unnest($2::uuid[]) as d (id)
cross join lateral (
  select f.visit_pseudonym as visit, f.department_id as department, f.outcome, f.promised_minutes as "promisedMinutes",
    (extract(epoch from f.started_at) * 1000)::float8 as "startedMs",
    (extract(epoch from coalesce(f.ended_at, f.started_at + f.wait_minutes * interval '1 minute')) * 1000)::float8
      as "endedMs"
  from wait f
  where f.organisation_id = $1 and f.department_id = d.id
    and f.started_at >= $3::date - 1 and f.started_at < $4::date + 1
    and f.kind = $6::smallint and f.visit_pseudonym is not null
  order by f.started_at desc
  limit $5::int
) r`;

/** The steps of the journey themselves, without their finer points. */
export const STEPS_SQL = `
select t.slot, t.code from touchpoint t
where t.organisation_id = $1 and t.parent_slot is null and t.active
order by t.position, t.slot`;
