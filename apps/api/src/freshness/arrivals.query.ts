/** When rows came that came since $2, by how long ago they happened; what is older than 42 days is told as 43. */
export const ARRIVALS_SQL = `
select a.source_id as "sourceId", a.kind, greatest(a.happened_on, a.arrived_on - 43) - date '1970-01-01' as "happenedOn",
  a.arrived_on - date '1970-01-01' as "arrivedOn", sum(a.rows)::int as rows
from source_arrival a
where a.organisation_id = $1 and a.arrived_on >= $2::date
group by a.source_id, a.kind, 3, a.arrived_on`;

/** The day on which rows of a kind first came from each source. */
export const FIRST_ARRIVALS_SQL = `
select source_id as "sourceId", kind, min(arrived_on) - date '1970-01-01' as day
from source_arrival where organisation_id = $1
group by source_id, kind`;

/** What the rows of the weeks since $2 are made of. */
export const SOURCE_WEEKS_SQL = `
select w.source_id as "sourceId", w.kind, w.on_date - date '1970-01-01' as monday, w.department_id as "departmentId",
  d.code as department, w.counts
from source_week w join department d on d.organisation_id = $1 and d.id = w.department_id
where w.organisation_id = $1 and w.on_date >= $2::date`;
