import { randomUUID } from 'node:crypto';
import { BadRequestException, ConflictException, Injectable, NotFoundException } from '@nestjs/common';
import { Database, type Transaction } from '../database/database.ts';
import { Department } from '../database/entities/department.entity.ts';
import type { Scope } from '../database/scope.ts';
import { refuseStale } from '../editing/version.ts';
import { changing } from './changes.ts';
import { refuseUnlessUnused } from './department-use.query.ts';
import { editableDepartment } from './editable.ts';
import { generalCodeOf } from './structure.ts';
import type { DepartmentEditDto, NewDepartmentDto } from './structure-edits.dto.ts';
import { findSite } from './sites.service.ts';

/** The departments of a site, one at a time. */
@Injectable()
export class DepartmentsService {
  constructor(private readonly database: Database) {}

  create(scope: Scope, { site: siteCode, code, name, parent }: NewDepartmentDto): Promise<void> {
    return this.database.inScope(scope, (transaction) =>
      changing(transaction, async () => {
        const { organisationId } = scope;
        const site = await findSite(transaction, siteCode);
        const above = await placeBelow(transaction, site.id, parent ?? null, null);
        if (code === generalCodeOf(siteCode)) throw new BadRequestException(KEPT);
        const made = await transaction.query(
          `insert into department (organisation_id, id, site_id, parent_id, code, name, general)
           values ($1, $2, $3, $4, $5, $6, false) on conflict (organisation_id, code) do nothing returning id`,
          [organisationId, randomUUID(), site.id, above, code, plain(name)],
        );
        if (made.length === 0) throw new ConflictException(`There is a department ${code} already: codes are unique.`);
      }),
    );
  }

  /** Renames a department or moves it, with all below it, elsewhere in its site. */
  change(scope: Scope, code: string, { name, parent, version }: DepartmentEditDto): Promise<void> {
    return this.database.inScope(scope, (transaction) =>
      changing(transaction, async () => {
        const department = await own(transaction, code);
        refuseStale(version, editableDepartment(department));
        const above =
          parent === undefined
            ? department.parentId
            : await placeBelow(transaction, department.siteId, parent, department.id);
        await transaction.query(
          'update department set name = $3, parent_id = $4 where organisation_id = $1 and id = $2',
          [scope.organisationId, department.id, plain(name), above],
        );
      }),
    );
  }

  remove(scope: Scope, code: string): Promise<void> {
    return this.database.inScope(scope, (transaction) =>
      changing(transaction, async () => {
        const { id } = await own(transaction, code);
        await refuseUnlessUnused(transaction, [id]);
        await transaction.query('delete from department where organisation_id = $1 and id = $2', [
          ...[scope.organisationId, id],
        ]);
      }),
    );
  }
}

async function own({ manager, scope }: Transaction, code: string): Promise<Department> {
  const found = await manager.findOneBy(Department, { organisationId: scope.organisationId, code });
  if (found === null) throw new NotFoundException('There is no department of this code.');
  if (found.general) throw new ConflictException(GENERAL);
  return found;
}

/** The id to stand below; refuses another site's department and one that stands below the one moved. */
async function placeBelow(
  { manager, scope: { organisationId } }: Transaction,
  siteId: string,
  parent: string | null,
  movedId: string | null,
): Promise<string | null> {
  if (parent === null) return null;
  const all = await manager.findBy(Department, { organisationId, siteId });
  const byId = new Map(all.map((department) => [department.id, department]));
  const above = all.find(({ code }) => code === parent);
  if (above === undefined) throw new BadRequestException('parent must be a department of the same site');
  if (above.general) throw new BadRequestException('parent must not be the department that stands for the whole site');
  for (let at: Department | undefined = above; at !== undefined; at = byId.get(at.parentId ?? '')) {
    if (at.id === movedId) throw new BadRequestException('parent must not be the department itself nor one below it');
  }
  return above.id;
}

function plain(name: string): string {
  const text = name.normalize('NFC').trim();
  if (text === '') throw new BadRequestException('name must not be empty');
  return text;
}

const KEPT = 'This code stands for the site as a whole: choose another.';
const GENERAL = 'This department stands for its site as a whole: it is named after the site and stays.';
