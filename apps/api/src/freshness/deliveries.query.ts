/** What came of each source on each day of the organisation; taken back and tried imports are no deliveries. */
export const DELIVERIES_SQL = `
select i.source_id as "sourceId", (i.started_at at time zone $2)::date - date '1970-01-01' as day,
  sum(i.read)::int as rows, count(*)::int as deliveries,
  count(distinct extract(hour from i.started_at at time zone $2))::int as hours,
  max(extract(epoch from i.started_at))::float8 * 1000 as "lastAt", array_agg(distinct i.kind) as kinds
from import i
where i.organisation_id = $1 and i.started_at >= $3::timestamptz and i.started_at <= $4::timestamptz
  and i.undone_at is null and not i.dry_run and i.read > 0 and ($5::uuid[] is null or i.source_id = any ($5::uuid[]))
group by i.source_id, day
order by i.source_id, day`;
