import type { Department } from '../database/entities/department.entity.ts';
import type { Site } from '../database/entities/site.entity.ts';
import type { Directory } from '../organisation/directory.ts';
import { refuse } from './candidate.ts';

/** Where a row belongs. */
export interface Place {
  departmentId: string;
  site: Site;
}

const spelled = (name: string): string => name.trim().normalize('NFC').toLowerCase().replace(/\s+/g, ' ');

/** Finds the department a row names, by code or by name; a row that names none belongs to its site as a whole. */
export class Places {
  private readonly siteById = new Map<string, Site>();
  private readonly siteByName = new Map<string, Site>();
  private readonly departmentsByName = new Map<string, Department[]>();
  private readonly generalOf = new Map<string, Department>();

  constructor(private readonly directory: Directory) {
    for (const site of directory.sites) {
      this.siteById.set(site.id, site);
      this.siteByName.set(spelled(site.code), site);
      this.siteByName.set(spelled(site.name), site);
    }
    for (const department of directory.departments) this.add(department);
  }

  add(department: Department): void {
    if (department.general) this.generalOf.set(department.siteId, department);
    const names = department.general ? [department.code] : [department.code, department.name];
    for (const name of new Set(names.map(spelled))) {
      this.departmentsByName.set(name, [...(this.departmentsByName.get(name) ?? []), department]);
    }
  }

  /** The site a row names; undefined where it names none and there are several. */
  site(name: string | undefined): Site | undefined {
    if (name === undefined) return this.directory.sites.length === 1 ? this.directory.sites[0] : undefined;
    return this.siteByName.get(spelled(name)) ?? refuse('site', 'unknown-site', `There is no such site. Use one of: ${list(this.directory.sites)}.`);
  }

  knows(department: string, site: string | undefined): boolean {
    return this.candidates(department, this.site(site)).length > 0;
  }

  /** Refuses a row whose department is not known or not the only one of its name. */
  of(row: { department?: unknown; site?: unknown }): Place {
    const site = this.site(row.site as string | undefined);
    const department = row.department === undefined ? this.general(site) : this.named(row.department as string, site);
    const home = this.siteById.get(department.siteId);
    if (home === undefined) throw new Error(`department ${department.code} has no site`);
    return { departmentId: department.id, site: home };
  }

  private general(site: Site | undefined): Department {
    if (site === undefined) {
      refuse('department', 'required', `Name a department or a site: there are several sites (${list(this.directory.sites)}).`);
    }
    return this.generalOf.get(site.id) ?? refuse('site', 'unknown-site', `Site ${site.code} has no department.`);
  }

  private named(name: string, site: Site | undefined): Department {
    const [department, ...others] = this.candidates(name, site);
    if (department === undefined) {
      refuse('department', 'unknown-department', `There is no such department${site ? ` at ${site.code}` : ''}. Use one of: ${list(this.directory.departments)}.`);
    }
    if (others.length > 0) {
      refuse('department', 'ambiguous-department', 'Several sites have a department of this name: name the site too, or use the department’s code.');
    }
    return department;
  }

  private candidates(name: string, site: Site | undefined): Department[] {
    const named = this.departmentsByName.get(spelled(name)) ?? [];
    return site === undefined ? named : named.filter(({ siteId }) => siteId === site.id);
  }
}

const LISTED = 12;

function list(all: readonly { code: string }[]): string {
  const codes = all.slice(0, LISTED).map(({ code }) => code);
  return all.length > LISTED ? `${codes.join(', ')} and ${all.length - LISTED} more` : codes.join(', ');
}
