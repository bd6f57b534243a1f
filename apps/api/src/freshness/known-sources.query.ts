/** Every source with how often somebody said that it should deliver, and the organisation's calendar. */
export const KNOWN_SOURCES_SQL = `
select s.id, s.code, s.name, e.rhythm, e.weekdays, e.grace_hours as "graceHours", e.set_by as "setBy"
from source s left join source_expectation e on e.organisation_id = $1 and e.source_id = s.id
where s.organisation_id = $1
order by s.code`;

export const CALENDAR_SQL = `
select time_zone as "timeZone", working_days as "workingDays", minimum_responses as "minimumResponses",
  array(select day - date '1970-01-01' from unnest(holidays) day) as holidays
from organisation where organisation_id = $1`;
