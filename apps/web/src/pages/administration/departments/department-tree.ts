import type { DepartmentDto, OrganisationDto, SiteDto } from '#contracts/organisation.dto.ts';

/** A department with how deep it stands in its site's tree, 0 for directly below the site. */
export interface TreeRow {
  department: DepartmentDto;
  depth: number;
}

/** A site's departments, each below the one it belongs to, in the order of their names. */
export function treeOf(
  { departments }: Pick<OrganisationDto, 'departments'>,
  { code }: SiteDto,
  locale: string,
): TreeRow[] {
  const own = departments
    .filter(({ site, general }) => site === code && !general)
    .sort((one, other) => one.name.localeCompare(other.name, locale));
  const known = new Set(own.map((department) => department.code));
  const below = (parent: string | null, depth: number): TreeRow[] =>
    own
      .filter((one) => (one.parent !== null && known.has(one.parent) ? one.parent : null) === parent)
      .flatMap((department) => [{ department, depth }, ...below(department.code, depth + 1)]);
  return below(null, 0);
}

/** Where a department may stand: anywhere in its site but below itself. */
export function placesFor(rows: readonly TreeRow[], moved: string | null): TreeRow[] {
  const barred = new Set<string>(moved === null ? [] : [moved]);
  return rows.filter(({ department: { code, parent } }) => {
    if (parent !== null && barred.has(parent)) barred.add(code);
    return !barred.has(code);
  });
}

/** A code made of a name, where its letters allow one. */
export function codeOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
}
