/** At which site each department of an organisation is. */
export const DEPARTMENT_SITES_SQL = `select id, site_id as "siteId" from department where organisation_id = $1`;
