import type { OrganisationDto } from '#contracts/organisation.dto.ts';
import { CHANNELS } from '#domain/channel.ts';
import type { Scope } from '../database/scope.ts';
import { versionOf } from '../editing/version.ts';
import type { Directory } from './directory.ts';
import { directoryWithAncestors } from './directory-in-scope.ts';
import {
  editableDepartment,
  editableOrganisation,
  editableSite,
  editableTouchpoint,
  journeyOrder,
} from './editable.ts';

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
    sites: sites.map((site) => ({
      ...{ code: site.code, name: site.name, timeZone: site.timeZone },
      version: versionOf(editableSite(site)),
    })),
    departments: departments.map((department) => ({
      ...{ code: department.code, name: department.name, general: department.general },
      site: siteCode.get(department.siteId) ?? '',
      parent: department.parentId === null ? null : (departmentCode.get(department.parentId) ?? null),
      inScope: scope.departmentIds === 'all' || scope.departmentIds.includes(department.id),
      version: versionOf(editableDepartment(department)),
    })),
    touchpoints: touchpoints.map((touchpoint) => ({
      ...{ code: touchpoint.code, name: touchpoint.name, renamed: touchpoint.renamed },
      ...{ position: touchpoint.position, active: touchpoint.active },
      parent: touchpoint.parentSlot === null ? null : (touchpointCode.get(touchpoint.parentSlot) ?? null),
      version: versionOf(editableTouchpoint(touchpoint)),
    })),
    channels: [...CHANNELS.codes],
    languages,
    version: versionOf(editableOrganisation(organisation)),
    journeyVersion: versionOf(journeyOrder(touchpoints)),
  };
}
