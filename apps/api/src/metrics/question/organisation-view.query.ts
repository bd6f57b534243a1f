/** Everything that gives the codes of a question their meaning, in one row. */
export const ORGANISATION_VIEW_SQL = `
select o.minimum_responses as "minimumResponses", o.time_zone as "timeZone",
  (select coalesce(json_agg(json_build_object('id', s.id, 'code', s.code) order by s.code), '[]')
    from site s where s.organisation_id = $1) as sites,
  (select coalesce(json_agg(json_build_object('id', d.id, 'code', d.code, 'siteId', d.site_id, 'parentId', d.parent_id)
      order by d.code), '[]')
    from department d where d.organisation_id = $1) as departments,
  (select coalesce(json_agg(json_build_object('slot', t.slot, 'code', t.code, 'active', t.active)
      order by t.position, t.slot), '[]')
    from touchpoint t where t.organisation_id = $1) as touchpoints,
  (select coalesce(json_agg(json_build_object('kind', w.kind, 'holdsFrom', w.holds_from, 'minutes', w.minutes)
      order by w.kind, w.holds_from), '[]')
    from wait_target w where w.organisation_id = $1) as targets,
  (select coalesce(json_agg(json_build_object('id', b.id, 'metric', b.metric, 'cell', b.cell, 'kind', b.kind,
      'from', b.from_on, 'to', b.to_on, 'note', b.note) order by b.said_at, b.id), '[]')
    from signal_baseline b where b.organisation_id = $1 and b.taken_back_at is null) as baselines
from organisation o
where o.organisation_id = $1`;
