import type { OrganisationDto } from '#contracts/organisation.dto.ts';
import { spelled } from './import-mapping.ts';

/** The time zone a row is told in: that of the site it names, or of its department; of the only site; of the organisation. */
export function rowZone(
  { site, department }: { site?: string; department?: string },
  { sites, departments, timeZone }: Pick<OrganisationDto, 'sites' | 'departments' | 'timeZone'>,
): string {
  const named = <Place extends { code: string; name: string }>(places: readonly Place[], text: string | undefined) =>
    text === undefined
      ? undefined
      : (places.find(({ code }) => code === text.trim()) ?? places.find(({ name }) => spelled(name) === spelled(text)));
  const home = named(sites, site)?.code ?? named(departments, department)?.site;
  const zone = sites.find(({ code }) => code === home)?.timeZone;
  return zone ?? (sites.length === 1 ? sites[0]?.timeZone : undefined) ?? timeZone;
}
