/**
 * Which transactions that write have ended and which are under way: the same as before only while nothing has been
 * written, nor could become visible, in between.
 */
export const DATABASE_STATE_SQL = `select pg_current_snapshot()::text as state`;

/** At which site each department of an organisation is. */
export const DEPARTMENT_SITES_SQL = `select id, site_id as "siteId" from department where organisation_id = $1`;
