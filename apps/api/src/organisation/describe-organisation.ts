import type { OrganisationDto } from '#contracts/organisation.dto.ts';
import { CHANNELS } from '#domain/channel.ts';
import type { Scope } from '../database/scope.ts';
import type { Directory } from './directory.ts';
import { directoryWithAncestors } from './directory-in-scope.ts';

/** An organisation in words of the wire, as far as the scope may see it. */
export function describeOrganisation(
  directory: Directory,
  scope: Scope,
  languages: string[],
  today: string,
): OrganisationDto {
  const { organisation, sites, departments, touchpoints } = directoryWithAncestors(directory, scope);
  const siteCode = new Map(sites.map(({ id, code }) => [id, code]));
  const departmentCode = new Map(departments.map(({ id, code }) => [id, code]));
  const touchpointCode = new Map(touchpoints.map(({ slot, code }) => [slot, code]));
  return {
    name: organisation.name,
    timeZone: organisation.timeZone,
    demo: organisation.demo,
    minimumResponses: organisation.minimumResponses,
    today,
    sites: sites.map(({ code, name, timeZone }) => ({ code, name, timeZone })),
    departments: departments.map(({ id, code, name, siteId, parentId, general }) => ({
      code,
      name,
      site: siteCode.get(siteId) ?? '',
      parent: parentId === null ? null : (departmentCode.get(parentId) ?? null),
      general,
      inScope: scope.departmentIds === 'all' || scope.departmentIds.includes(id),
    })),
    touchpoints: touchpoints.map(({ code, name, renamed, parentSlot, position, active }) => ({
      code,
      name,
      renamed,
      parent: parentSlot === null ? null : (touchpointCode.get(parentSlot) ?? null),
      position,
      active,
    })),
    channels: [...CHANNELS.codes],
    languages,
  };
}
