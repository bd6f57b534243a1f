import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Role } from '#domain/role.ts';
import { HOME_ORGANISATION_ID, wholeOf } from '../../apps/api/src/access/access.ts';
import { Sessions } from '../../apps/api/src/access/sessions.ts';
import { Database } from '../../apps/api/src/database/database.ts';

export interface Someone {
  role: Role;
  /** Ids of the departments given to them. */
  departmentIds?: readonly string[];
  organisationId?: string;
  name?: string;
}

/** What a browser in which somebody has signed in sends along. */
export interface SignedIn extends Record<string, string> {
  cookie: string;
  'sec-fetch-site': string;
}

/** A new account of an organisation with an open session, as the headers its browser sends; nobody types a password. */
export async function signedIn(
  app: NestFastifyApplication,
  { role, departmentIds = [], organisationId = HOME_ORGANISATION_ID, name = 'Rasa Test' }: Someone,
): Promise<SignedIn> {
  const token = await app.get(Database).inScope(wholeOf(organisationId), async (transaction) => {
    const accountId = randomUUID();
    await transaction.query(
      'insert into account (organisation_id, id, email, name, role, departments) values ($1, $2, $3, $4, $5, $6)',
      [organisationId, accountId, `${accountId}@hospital.example`, name, role, departmentIds],
    );
    const session = await app.get(Sessions).open(transaction, accountId, { address: '127.0.0.1', agent: 'test' });
    // Whatever a test does with the clock, nobody is signed out by it.
    await transaction.query(
      `update session set created_at = '2100-01-01', last_seen_at = '2100-01-01' where organisation_id = $1 and id = $2`,
      [organisationId, session.sessionId],
    );
    return session.token;
  });
  return { cookie: `bedside_session=${token}`, 'sec-fetch-site': 'same-origin' };
}
