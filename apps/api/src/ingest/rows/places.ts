import type { Department } from '../../database/entities/department.entity.ts';
import type { Site } from '../../database/entities/site.entity.ts';
import type { Directory } from '../../organisation/directory.ts';
import { refuse } from './candidate.ts';

/** Where a row belongs. */
export interface Place {
  departmentId: string;
  site: Site;
}

const spelled = (name: string): string => name.trim().normalize('NFC').toLowerCase().replace(/\s+/g, ' ');

/** Finds the department a row names, by its code or else by its name, however that is spelled; a row that names none belongs to its site as a whole. */
export class Places {
  private readonly siteById = new Map<string, Site>();
  private readonly siteByCode = new Map<string, Site>();
  private readonly sitesByName = new Map<string, Site[]>();
  private readonly departmentByCode = new Map<string, Department>();
  private readonly departmentsByName = new Map<string, Department[]>();
  private readonly generalOf = new Map<string, Department>();

  constructor(private readonly directory: Directory) {
    for (const site of directory.sites) {
      this.siteById.set(site.id, site);
      this.siteByCode.set(site.code, site);
      for (const name of new Set([site.code, site.name].map(spelled))) {
        this.sitesByName.set(name, [...(this.sitesByName.get(name) ?? []), site]);
      }
    }
    for (const department of directory.departments) this.add(department);
  }

  add(department: Department): void {
    this.departmentByCode.set(department.code, department);
    if (department.general) this.generalOf.set(department.siteId, department);
    const names = department.general ? [department.code] : [department.code, department.name];
    for (const name of new Set(names.map(spelled))) {
      this.departmentsByName.set(name, [...(this.departmentsByName.get(name) ?? []), department]);
    }
  }

  /** The site a row names; undefined where it names none and there are several. */
  site(name: string | undefined): Site | undefined {
    if (name === undefined) return this.directory.sites.length === 1 ? this.directory.sites[0] : undefined;
    const byCode = this.siteByCode.get(name.trim());
    if (byCode !== undefined) return byCode;
    const [site, ...others] = this.sitesByName.get(spelled(name)) ?? [];
    if (site === undefined) {
      refuse('site', 'unknown-site', `There is no such site. Use one of: ${list(this.directory.sites)}.`);
    }
    if (others.length > 0) {
      refuse('site', 'ambiguous-site', `Several sites go by this name. Use the code: ${list([site, ...others])}.`);
    }
    return site;
  }

  knows(department: string, site: string | undefined): boolean {
    return this.candidates(department, this.site(site)).length > 0;
  }

  hasCode(code: string): boolean {
    return this.departmentByCode.has(code);
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
      refuse(
        'department',
        'required',
        `Name a department or a site: there are several sites (${list(this.directory.sites)}).`,
      );
    }
    return this.generalOf.get(site.id) ?? refuse('site', 'unknown-site', `Site ${site.code} has no department.`);
  }

  private named(name: string, site: Site | undefined): Department {
    const [department, ...others] = this.candidates(name, site);
    if (department === undefined) {
      refuse(
        'department',
        'unknown-department',
        `There is no such department${site ? ` at ${site.code}` : ''}. Use one of: ${list(this.directory.departments)}.`,
      );
    }
    if (others.length > 0) {
      refuse(
        'department',
        'ambiguous-department',
        'Several sites have a department of this name: name the site too, or use the department’s code.',
      );
    }
    return department;
  }

  private candidates(name: string, site: Site | undefined): Department[] {
    const byCode = this.departmentByCode.get(name.trim());
    if (byCode !== undefined && (site === undefined || byCode.siteId === site.id)) return [byCode];
    const named = this.departmentsByName.get(spelled(name)) ?? [];
    return site === undefined ? named : named.filter(({ siteId }) => siteId === site.id);
  }
}

const LISTED = 12;

function list(all: readonly { code: string }[]): string {
  const codes = all.slice(0, LISTED).map(({ code }) => code);
  return all.length > LISTED ? `${codes.join(', ')} and ${all.length - LISTED} more` : codes.join(', ');
}
