import type { Directory } from '../../organisation/directory.ts';

/** Tells the time zone of a department's site. */
export function zonesOf({ sites, departments, organisation }: Directory): (departmentId: string) => string {
  const zoneOfSite = new Map(sites.map(({ id, timeZone }) => [id, timeZone]));
  const zones = new Map(departments.map(({ id, siteId }) => [id, zoneOfSite.get(siteId)]));
  return (departmentId) => zones.get(departmentId) ?? organisation.timeZone;
}
