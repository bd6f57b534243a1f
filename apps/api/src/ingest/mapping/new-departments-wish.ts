import type { IngestOptions } from '../running/ingest-options.ts';
import type { Mapping } from './mapping.ts';

/** Which unknown departments are set up under a mapping: all, those it names, or none. */
export function wishedDepartments({
  createDepartments,
  site: named,
}: Pick<Mapping, 'createDepartments' | 'site'>): IngestOptions['createDepartments'] {
  const site = named ?? null;
  if (createDepartments === undefined || createDepartments === false) return undefined;
  return createDepartments === true ? { site } : { site, names: createDepartments };
}
