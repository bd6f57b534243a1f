import { ConflictException, Injectable, NotFoundException } from '@nestjs/common';
import { Database, type Transaction } from '../database/database.ts';
import { Department } from '../database/entities/department.entity.ts';
import { Organisation } from '../database/entities/organisation.entity.ts';
import { Site } from '../database/entities/site.entity.ts';
import type { Scope } from '../database/scope.ts';
import { refuseStale } from '../editing/version.ts';
import { changing } from './changes.ts';
import { refuseUnlessUnused } from './department-use.query.ts';
import { loadDirectory } from './directory.ts';
import { editableOrganisation, editableSite } from './editable.ts';
import { saveSite } from './structure.ts';
import type { NewSiteDto, OrganisationEditDto, SiteEditDto } from './structure-edits.dto.ts';

/** The places of an organisation, and what it is called itself. */
@Injectable()
export class SitesService {
  constructor(private readonly database: Database) {}

  rename(scope: Scope, { name, timeZone, version }: OrganisationEditDto): Promise<void> {
    return this.database.inScope(scope, (transaction) =>
      changing(transaction, async () => {
        const { organisationId } = scope;
        const before = await transaction.manager.findOneBy(Organisation, { organisationId });
        if (before === null) throw new NotFoundException(NOT_SET_UP);
        refuseStale(version, editableOrganisation(before));
        await transaction.query('update organisation set name = $2, time_zone = $3 where organisation_id = $1', [
          ...[organisationId, name.normalize('NFC').trim(), timeZone],
        ]);
      }),
    );
  }

  create(scope: Scope, site: NewSiteDto): Promise<void> {
    return this.database.inScope(scope, (transaction) =>
      changing(transaction, async () => {
        if ((await loadDirectory(transaction)) === null) throw new NotFoundException(NOT_SET_UP);
        const known = await transaction.manager.findOneBy(Site, {
          organisationId: scope.organisationId,
          code: site.code,
        });
        if (known !== null) throw new ConflictException(`There is a site ${site.code} already: choose another code.`);
        await saveSite(transaction, { ...site, departments: [] });
      }),
    );
  }

  change(scope: Scope, code: string, { name, version }: SiteEditDto): Promise<void> {
    return this.database.inScope(scope, (transaction) =>
      changing(transaction, async () => {
        const site = await findSite(transaction, code);
        refuseStale(version, editableSite(site));
        await saveSite(transaction, {
          code,
          name: name.normalize('NFC').trim(),
          timeZone: site.timeZone,
          departments: [],
        });
      }),
    );
  }

  /** Removes a site that has no departments of its own and no rows; anything else would lose rows their place. */
  remove(scope: Scope, code: string): Promise<void> {
    return this.database.inScope(scope, (transaction) =>
      changing(transaction, async () => {
        const { organisationId } = scope;
        const { id } = await findSite(transaction, code);
        const departments = await transaction.manager.findBy(Department, { organisationId, siteId: id });
        if (departments.some(({ general }) => !general)) throw new ConflictException(HAS_DEPARTMENTS);
        await refuseUnlessUnused(
          transaction,
          departments.map((department) => department.id),
        );
        await transaction.query('delete from department where organisation_id = $1 and site_id = $2', [
          ...[organisationId, id],
        ]);
        await transaction.query('delete from site where organisation_id = $1 and id = $2', [organisationId, id]);
      }),
    );
  }
}

export async function findSite({ manager, scope: { organisationId } }: Transaction, code: string): Promise<Site> {
  const site = await manager.findOneBy(Site, { organisationId, code });
  if (site === null) throw new NotFoundException('There is no site of this code.');
  return site;
}

export const NOT_SET_UP =
  'No organisation has been set up yet: send its sites with PUT /api/v1/organisation/structure.';
const HAS_DEPARTMENTS = 'This site has departments: remove those first, where they hold nothing.';
