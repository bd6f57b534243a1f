import { randomBytes } from 'node:crypto';
import { BadRequestException, ConflictException, Injectable, Logger, NotFoundException } from '@nestjs/common';
import type { DemoDto } from '#contracts/demo.dto.ts';
import { audit } from '../audit/audit.ts';
import { Database, type Transaction } from '../database/database.ts';
import type { Scope } from '../database/scope.ts';
import { NOT_SET_UP } from '../organisation/sites.service.ts';
import { disableDemoAccounts } from '../sign-in/first-start/demo-sign-ins.ts';
import type { DemoRemovalWishDto } from './demo-removal.dto.ts';
import { removeRowsOf, removeTheRest } from './remove-rows.query.ts';

interface StoredDemo {
  demo: boolean;
  name: string;
  /** null while nobody removes it. */
  left: number | null;
}

/**
 * Takes the demo away, department by department, so that no lock is held for long and every number stays a sum of what is
 * there. How far it has come is kept with the organisation, so that any process goes on where another broke off.
 */
@Injectable()
export class DemoRemoval {
  private readonly logger = new Logger('demo');

  constructor(private readonly database: Database) {}

  describe(scope: Scope): Promise<DemoDto> {
    return this.database.inScope(scope, async (transaction) => {
      const { demo, name, left } = await stored(transaction);
      const departments = (await departmentIds(transaction)).length;
      return {
        ...{ demo, name },
        byDemoAccount: await isDemoAccount(transaction),
        removal: demo && left !== null ? { departments, left: Math.min(left, departments) } : null,
      };
    });
  }

  /** Shuts the demo's sign-ins and begins; whoever does it needs an account of their own, which stays. */
  async begin(scope: Scope, { confirm, name, timeZone }: DemoRemovalWishDto): Promise<DemoDto> {
    await this.database.inScope(scope, async (transaction) => {
      const { query } = transaction;
      const demo = await stored(transaction, true);
      if (!demo.demo) throw new ConflictException('The data is not the demo’s: there is nothing to remove.');
      if (demo.left !== null) return;
      if (await isDemoAccount(transaction)) throw new ConflictException(NEEDS_OWN_ACCOUNT);
      if (confirm.trim() !== demo.name)
        throw new BadRequestException('confirm must be the name of the demo, as it is shown');
      if (name.trim() === '') throw new BadRequestException('name must say what your organisation is called');
      if (await isArriving(transaction)) throw new ConflictException(STILL_ARRIVING);
      await disableDemoAccounts(transaction);
      await query(
        'update organisation set demo_departments_left = $2, name = $3, time_zone = $4 where organisation_id = $1',
        [scope.organisationId, (await departmentIds(transaction)).length, name.normalize('NFC').trim(), timeZone],
      );
      audit(transaction, { action: 'demo.removal-began', details: { demo: demo.name, name, timeZone } });
    });
    this.goOn(scope);
    return this.describe(scope);
  }

  /** Goes on with what was begun, here or in a process that is no more; returns at once. */
  goOn(scope: Scope): void {
    this.work(scope).catch((error: unknown) => {
      this.logger.error(`removing the demo broke off: ${error instanceof Error ? error.name : 'unknown'}`);
    });
  }

  private async work(scope: Scope): Promise<void> {
    const ids = await this.database.inScope(scope, async (transaction) =>
      (await isUnderWay(transaction)) ? departmentIds(transaction) : null,
    );
    if (ids === null) return;
    let removed = 0;
    for (const [index, id] of ids.entries()) {
      removed += await this.database.inScope(scope, async (transaction) => {
        const rows = await removeRowsOf(transaction, id);
        await transaction.query(
          `update organisation set demo_departments_left = least(demo_departments_left, $2)
           where organisation_id = $1 and demo_departments_left is not null`,
          [scope.organisationId, ids.length - index - 1],
        );
        return rows;
      });
    }
    await this.database.inScope(scope, async (transaction) => {
      if (!(await isUnderWay(transaction, true))) return;
      await removeTheRest(transaction);
      await transaction.query(
        `update organisation set demo = false, demo_departments_left = null, pseudonym_key = $2 where organisation_id = $1`,
        [scope.organisationId, randomBytes(32)],
      );
      audit(transaction, { action: 'demo.removed', details: { departments: ids.length, rowsAndCells: removed } });
    });
  }
}

async function stored({ query, scope }: Transaction, hold = false): Promise<StoredDemo> {
  const [demo] = await query<StoredDemo>(
    `select demo, name, demo_departments_left as "left" from organisation where organisation_id = $1${hold ? ' for update' : ''}`,
    [scope.organisationId],
  );
  if (demo === undefined) throw new NotFoundException(NOT_SET_UP);
  return demo;
}

async function isUnderWay({ query, scope }: Transaction, hold = false): Promise<boolean> {
  const found = await query(
    `select 1 from organisation where organisation_id = $1 and demo and demo_departments_left is not null${hold ? ' for update' : ''}`,
    [scope.organisationId],
  );
  return found.length > 0;
}

async function departmentIds({ query, scope }: Transaction): Promise<string[]> {
  const rows = await query<{ id: string }>('select id from department where organisation_id = $1 order by id', [
    scope.organisationId,
  ]);
  return rows.map(({ id }) => id);
}

async function isDemoAccount({ query, scope }: Transaction): Promise<boolean> {
  const found = await query('select 1 from account where organisation_id = $1 and id = $2 and demo', [
    scope.organisationId,
    scope.actor?.id ?? null,
  ]);
  return found.length > 0;
}

/** An import that has neither ended nor grown old. */
async function isArriving({ query, scope }: Transaction): Promise<boolean> {
  const open = await query(
    `select 1 from import where organisation_id = $1 and finished_at is null and started_at > now() - interval '10 minutes' limit 1`,
    [scope.organisationId],
  );
  return open.length > 0;
}

const NEEDS_OWN_ACCOUNT =
  'You are signed in with an account of the demo, which goes with it. Invite yourself an account of your own as an administrator, sign in with that, and remove the demo then.';
const STILL_ARRIVING = 'Rows are arriving just now: wait until they are in, then remove the demo.';
