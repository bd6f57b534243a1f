import type { OrganisationDto, SiteDto } from '#contracts/organisation.dto.ts';
import { administrationApi } from '../../../api/administration.ts';
import type { Kept } from '../use-draft.ts';

/** What is being edited: the organisation, a site or a department; without a code it is a new one. */
export type PlaceEdit =
  | { kind: 'organisation' }
  | { kind: 'site'; code?: string }
  | { kind: 'department'; site: SiteDto; code?: string; parent?: string };

export interface PlaceDraft {
  code: string;
  name: string;
  /** Empty for directly below the site. */
  parent: string;
  timeZone: string;
}

/** The form's contents as things are now, and the version they have; null for a new place. */
export function keptOf(edit: PlaceEdit, organisation: OrganisationDto): Kept<PlaceDraft, string | null> {
  return { version: versionOf(edit, organisation), draft: draftOf(edit, organisation) };
}

function versionOf(edit: PlaceEdit, { version, sites, departments }: OrganisationDto): string | null {
  if (edit.kind === 'organisation') return version;
  return (edit.kind === 'site' ? sites : departments).find(({ code }) => code === edit.code)?.version ?? null;
}

function draftOf(edit: PlaceEdit, organisation: OrganisationDto): PlaceDraft {
  const { name, timeZone, sites, departments } = organisation;
  if (edit.kind === 'organisation') return { code: '', name, parent: '', timeZone };
  const code = edit.code ?? '';
  if (edit.kind === 'site') {
    const site = sites.find((one) => one.code === code);
    return { code, name: site?.name ?? '', parent: '', timeZone: site?.timeZone ?? timeZone };
  }
  const department = departments.find((one) => one.code === code);
  return { code, name: department?.name ?? '', parent: department?.parent ?? edit.parent ?? '', timeZone: '' };
}

/** Sends what was edited, and the version it rests on; the answer is the whole organisation. */
export function savePlace(
  edit: PlaceEdit,
  { version: read, draft }: Kept<PlaceDraft, string | null>,
): Promise<unknown> {
  const { code, name, parent, timeZone } = draft;
  const version = read ?? undefined;
  const above = parent === '' ? null : parent;
  if (edit.kind === 'organisation') return administrationApi.renameOrganisation({ name, timeZone, version });
  if (edit.kind === 'site') {
    if (edit.code === undefined) return administrationApi.addSite({ code, name, timeZone });
    return administrationApi.changeSite(edit.code, { name, version });
  }
  if (edit.code === undefined) {
    return administrationApi.addDepartment({ site: edit.site.code, code, name, parent: above });
  }
  return administrationApi.changeDepartment(edit.code, { name, parent: above, version });
}

export function removePlace(edit: PlaceEdit): Promise<unknown> {
  if (edit.kind === 'organisation' || edit.code === undefined) throw new Error('only what is there can be removed');
  return edit.kind === 'site' ? administrationApi.removeSite(edit.code) : administrationApi.removeDepartment(edit.code);
}
