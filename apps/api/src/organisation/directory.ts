import type { Transaction } from '../database/database.ts';
import { Department } from '../database/entities/department.entity.ts';
import { Organisation } from '../database/entities/organisation.entity.ts';
import { Site } from '../database/entities/site.entity.ts';
import { Touchpoint } from '../database/entities/touchpoint.entity.ts';

/** Everything that gives codes and names their meaning, as one picture of an organisation. */
export interface Directory {
  organisation: Organisation;
  sites: Site[];
  departments: Department[];
  touchpoints: Touchpoint[];
}

/** The picture as of this transaction; null while nobody has set the organisation up. */
export async function loadDirectory({ manager, scope }: Transaction): Promise<Directory | null> {
  const where = { organisationId: scope.organisationId };
  const organisation = await manager.findOne(Organisation, { where });
  if (organisation === null) return null;
  return {
    organisation,
    sites: await manager.find(Site, { where, order: { code: 'ASC' } }),
    departments: await manager.find(Department, { where, order: { code: 'ASC' } }),
    touchpoints: await manager.find(Touchpoint, { where, order: { position: 'ASC', slot: 'ASC' } }),
  };
}
