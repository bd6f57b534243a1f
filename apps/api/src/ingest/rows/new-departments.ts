import { randomUUID } from 'node:crypto';
import { audit } from '../../audit/audit.ts';
import type { Database, Transaction } from '../../database/database.ts';
import { Department } from '../../database/entities/department.entity.ts';
import type { Site } from '../../database/entities/site.entity.ts';
import type { Scope } from '../../database/scope.ts';
import { uuidOf } from '../../facts/uuid-of.ts';
import { type Candidate, RefusedRowError } from './candidate.ts';
import type { IngestOptions } from '../running/ingest-options.ts';
import type { Places } from './places.ts';

/** Creates the departments that rows name and nobody has set up, at the site the row or the importer names. */
export async function createDepartments(
  database: Database,
  scope: Scope,
  candidates: readonly Candidate[],
  places: Places,
  { createDepartments: wanted, dryRun = false }: Pick<IngestOptions, 'createDepartments' | 'dryRun'>,
): Promise<void> {
  const names = wanted?.names === undefined ? null : new Set(wanted.names.map(spelled));
  for (const { value } of candidates) {
    const { department: name, site = wanted?.site ?? undefined } = value;
    if (typeof name !== 'string' || name.trim() === '' || name.length > 120) continue;
    if (names !== null && !names.has(spelled(name))) continue;
    const home = siteOf(places, site);
    if (home === undefined || places.knows(name, home.code)) continue;
    const department = newDepartment(scope, home, name, places);
    places.add(dryRun ? department : await database.inScope(scope, (transaction) => store(transaction, department)));
  }
}

/** What a name is told apart by: neither case nor spaces matter. */
const spelled = (name: string): string => name.normalize('NFC').trim().toLowerCase().replace(/\s+/g, ' ');

/** The site for a new department; undefined where the row's own check will say what is wrong with it. */
function siteOf(places: Places, name: unknown): Site | undefined {
  try {
    return places.site(typeof name === 'string' ? name : undefined);
  } catch (error) {
    if (error instanceof RefusedRowError) return undefined;
    throw error;
  }
}

function newDepartment({ organisationId }: Scope, site: Site, name: string, places: Places): Department {
  const code = codeFrom(name);
  return Object.assign(new Department(), {
    organisationId,
    id: randomUUID(),
    siteId: site.id,
    parentId: null,
    code: places.hasCode(code) ? codeOfItsOwn(name, site.id) : code,
    name: name.trim().normalize('NFC'),
    general: false,
  });
}

/** Stores it, or finds it where somebody else has just done so; the code of another department is not taken. */
async function store(transaction: Transaction, department: Department): Promise<Department> {
  const { manager } = transaction;
  const { organisationId, siteId, name } = department;
  for (const code of new Set([department.code, codeOfItsOwn(name, siteId)])) {
    await manager
      .createQueryBuilder()
      .insert()
      .into(Department)
      .values({ ...department, code })
      .orIgnore()
      .execute();
    const stored = await manager.findOneByOrFail(Department, { organisationId, code });
    if (stored.id === department.id) auditCreated(transaction, stored);
    if (stored.siteId === siteId && stored.name === name) return stored;
  }
  throw new Error('the code of a new department is another’s');
}

function auditCreated(transaction: Transaction, { code }: Department): void {
  const change = { kind: 'department', code, from: null, to: { by: 'import' } };
  audit(transaction, {
    action: 'structure.changed',
    subject: { kind: 'department', id: code },
    details: { changes: [change] },
  });
}

/** For a name whose plain code another department has: the pharmacy of a second site, say. */
function codeOfItsOwn(name: string, siteId: string): string {
  return `${codeFrom(name).slice(0, 51).replace(/-+$/, '')}-${uuidOf(siteId, name.trim().normalize('NFC')).slice(0, 8)}`;
}

/** `Earl’s Court Surgery` → `earls-court-surgery`; a name without Latin letters gets a code from its hash. */
export function codeFrom(name: string): string {
  const code = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'’]/gu, '')
    .replace(/[đ]/g, 'd')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  return code === '' ? `department-${uuidOf(name.trim().normalize('NFC')).slice(0, 8)}` : code;
}
