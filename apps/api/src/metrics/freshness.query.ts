/** The instant of the latest fact that came in of each kind named in $2. */
export const FRESHNESS_SQL = `
select k.kind,
  (select i.last_fact_at from import i
    where i.organisation_id = $1 and i.kind = k.kind and i.last_fact_at is not null
    order by i.last_fact_at desc nulls last limit 1) as "lastFactAt"
from unnest($2::text[]) as k (kind)`;
