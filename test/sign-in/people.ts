import { randomUUID } from 'node:crypto';
import type { Role } from '#domain/role.ts';
import { HOME_ORGANISATION_ID, wholeOf } from '../../apps/api/src/access/access.ts';
import { scryptHash } from '../../apps/api/src/sign-in/passwords/scrypt-hash.ts';
import type { TestApp } from '../app/test-app.ts';

export const PASSWORD = 'four blue herons';

const hashes = new Map<string, Promise<string>>();

/** One hash a password serves a whole file of tests. */
export function hashOnce(password: string): Promise<string> {
  const known = hashes.get(password) ?? scryptHash(password);
  hashes.set(password, known);
  return known;
}

export interface NewPerson {
  email?: string;
  name?: string;
  role?: Role;
  language?: string;
  /** null for somebody who has never set one. */
  password?: string | null;
}

/** Somebody with an account and a password; gives the account's id. */
export async function addPerson(app: TestApp, person: NewPerson = {}): Promise<{ id: string; email: string }> {
  const id = randomUUID();
  const { email = `${id}@hospital.example`, name = 'Rasa Kalniņa', role = 'quality-manager' } = person;
  const hash = person.password === null ? null : await hashOnce(person.password ?? PASSWORD);
  await sql(
    app,
    'insert into account (organisation_id, id, email, name, role, language, password_hash) values ($1, $2, $3, $4, $5, $6, $7)',
    [HOME_ORGANISATION_ID, id, email, name, role, person.language ?? null, hash],
  );
  return { id, email };
}

/** Asks the database in the home organisation's whole scope. */
export const sql = <Row>(app: TestApp, text: string, parameters: readonly unknown[] = []): Promise<Row[]> =>
  app.database.inScope(wholeOf(HOME_ORGANISATION_ID), ({ query }) => query<Row>(text, parameters));

/** What the audit trail says was done to an account, in order. */
export async function trailOf(app: TestApp, accountId: string): Promise<string[]> {
  const rows = await sql<{ action: string }>(
    app,
    `select action from audit_event where subject_kind = 'account' and subject = $1 order by seq`,
    [accountId],
  );
  return rows.map(({ action }) => action);
}
