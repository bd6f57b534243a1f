import type { Scope } from '../database/scope.ts';
import type { Directory } from './directory.ts';

/** Departments outside the scope, and sites without any inside, do not exist for whoever asks. */
export function directoryInScope(directory: Directory, { departmentIds }: Scope): Directory {
  if (departmentIds === 'all') return directory;
  const departments = directory.departments.filter(({ id }) => departmentIds.includes(id));
  const siteIds = new Set(departments.map(({ siteId }) => siteId));
  return { ...directory, departments, sites: directory.sites.filter(({ id }) => siteIds.has(id)) };
}

/** As above, and beside them the departments above those inside, which a tree needs to be drawn. */
export function directoryWithAncestors(directory: Directory, scope: Scope): Directory {
  const inside = directoryInScope(directory, scope);
  if (inside === directory) return directory;
  const byId = new Map(directory.departments.map((department) => [department.id, department]));
  const shown = new Set<string>();
  for (const { id } of inside.departments) {
    for (let at = byId.get(id); at !== undefined && !shown.has(at.id); at = byId.get(at.parentId ?? ''))
      shown.add(at.id);
  }
  return { ...inside, departments: directory.departments.filter(({ id }) => shown.has(id)) };
}
