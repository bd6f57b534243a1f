import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { HOME_SCOPE } from '../../access/access.ts';
import { audit } from '../../audit/audit.ts';
import { Database, type Transaction } from '../../database/database.ts';
import { Passwords } from '../passwords/passwords.ts';
import { readableSecret } from '../readable-secret.ts';
import { DEMO_PEOPLE, type DemoPerson } from './demo-people.ts';
import { keepPasswords, readKeptPasswords } from './kept-passwords.ts';

/** A way into the demo; without a password once somebody has chosen another. */
export interface DemoSignIn extends DemoPerson {
  password: string | null;
}

interface Kept {
  password: string;
  hash: string;
  isNew: boolean;
}

/** Keeps one account a role for as long as the data is the demo's. */
@Injectable()
export class DemoSignIns {
  constructor(
    private readonly database: Database,
    private readonly passwords: Passwords,
  ) {}

  /** Makes sure of them, and tells how to use them; those an administrator has disabled are left alone. */
  async ensure(file: string): Promise<DemoSignIn[]> {
    const known = await readKeptPasswords(file);
    const kept = new Map<string, Kept>();
    for (const { email } of DEMO_PEOPLE) {
      const before = known.get(email);
      kept.set(email, before === undefined ? await this.newPassword() : { ...before, isNew: false });
    }
    const signIns = await this.database.inScope(HOME_SCOPE, async (transaction) => {
      const found: DemoSignIn[] = [];
      for (const person of DEMO_PEOPLE) found.push(...(await ensurePerson(transaction, person, kept)));
      return found;
    });
    await keepPasswords(file, new Map([...kept].map(([email, { password, hash }]) => [email, { password, hash }])));
    return signIns;
  }

  private async newPassword(): Promise<Kept> {
    const password = readableSecret();
    return { password, hash: await this.passwords.hash(password), isNew: true };
  }
}

async function ensurePerson(
  transaction: Transaction,
  person: DemoPerson,
  kept: ReadonlyMap<string, Kept>,
): Promise<DemoSignIn[]> {
  const { query, scope } = transaction;
  const known = kept.get(person.email);
  if (known === undefined) throw new Error('a person of the demo has no password');
  const { password, hash, isNew } = known;
  const [stored] = await query<{ id: string; hash: string | null; disabled: boolean }>(
    `select id, password_hash as hash, disabled_at is not null as disabled
     from account where organisation_id = $1 and email = $2`,
    [scope.organisationId, person.email],
  );
  if (stored?.disabled) return [];
  if (stored === undefined) {
    await create(transaction, person, hash);
  } else if (isNew) {
    await query('update account set password_hash = $3 where organisation_id = $1 and id = $2', [
      ...[scope.organisationId, stored.id, hash],
    ]);
  }
  const stands = stored === undefined || isNew || stored.hash === hash;
  return [{ ...person, password: stands ? password : null }];
}

async function create(transaction: Transaction, person: DemoPerson, hash: string): Promise<void> {
  const { query, scope } = transaction;
  const { email, name, role, department = null } = person;
  const id = randomUUID();
  await query(
    `insert into account (organisation_id, id, email, name, role, departments, password_hash, demo)
     values ($1, $2, $3, $4, $5,
       array(select d.id from department d where d.organisation_id = $1 and d.code = $6), $7, true)`,
    [scope.organisationId, id, email, name, role, department, hash],
  );
  audit(transaction, { action: 'account.created', subject: { kind: 'account', id }, details: { role, by: 'demo' } });
}

/** Shuts the demo's accounts for good: the data is a hospital's own now. */
export async function disableDemoAccounts(transaction: Transaction): Promise<void> {
  const { query, scope } = transaction;
  const shut = await query<{ id: string }>(
    `update account set disabled_at = now() where organisation_id = $1 and demo and disabled_at is null returning id`,
    [scope.organisationId],
  );
  for (const { id } of shut) {
    await query('delete from session where organisation_id = $1 and account_id = $2', [scope.organisationId, id]);
    audit(transaction, {
      action: 'account.disabled',
      subject: { kind: 'account', id },
      details: { why: 'no longer the demo' },
    });
  }
}
