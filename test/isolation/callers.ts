import { randomUUID } from 'node:crypto';
import { ROLES, type Role } from '#domain/role.ts';
import { HOME_ORGANISATION_ID, wholeOf } from '../../apps/api/src/access/access.ts';
import { newToken } from '../../apps/api/src/access/secret.ts';
import { signedIn } from '../app/signed-in.ts';
import { KEY, type TwoOrganisations } from './two-organisations.ts';

/** Everybody who may come to a route, by how they come; heads and staff are of the ward alone. */
export const CALLERS = ['nobody', ...ROLES, 'source-key', 'set-up', 'disabled', 'half-way', 'their-admin'] as const;
export type Caller = (typeof CALLERS)[number];

/** Callers whom no closed route lets in. */
export const UNKNOWN: readonly Caller[] = ['nobody', 'disabled', 'half-way'];

/** What a caller sends along, each time from a sign-in or a key of their own. */
export async function headersOf(two: TwoOrganisations, caller: Caller): Promise<Record<string, string>> {
  const { app, theirId } = two;
  switch (caller) {
    case 'nobody':
      return {};
    case 'source-key':
      return { authorization: `Bearer bsk_${await newKey(two)}` };
    case 'set-up':
      return { authorization: `Bearer ${KEY}` };
    case 'disabled':
      return shut(two, 'update account set disabled_at = now()');
    case 'half-way':
      return shut(two, 'update session set awaits_second_factor = true');
    case 'their-admin':
      return signedIn(app.app, { role: 'administrator', organisationId: theirId });
    default:
      return signedIn(app.app, { role: caller, departmentIds: departmentsFor(two, caller) });
  }
}

function departmentsFor({ departmentIds, own }: TwoOrganisations, role: Role): string[] {
  return role === 'department-head' || role === 'staff' ? [departmentIds.get(own.department) ?? ''] : [];
}

/** Somebody whose name says it, so that the change is theirs alone. */
async function shut({ app }: TwoOrganisations, change: string): Promise<Record<string, string>> {
  const name = randomUUID();
  const headers = await signedIn(app.app, { role: 'administrator', name });
  const mine = change.startsWith('update account')
    ? 'name = $2'
    : 'account_id = (select id from account where name = $2)';
  await app.database.inScope(wholeOf(HOME_ORGANISATION_ID), ({ query }) =>
    query(`${change} where organisation_id = $1 and ${mine}`, [HOME_ORGANISATION_ID, name]),
  );
  return headers;
}

async function newKey({ app, own }: TwoOrganisations): Promise<string> {
  const { text, secretHash } = newToken(HOME_ORGANISATION_ID);
  await app.database.inScope(wholeOf(HOME_ORGANISATION_ID), ({ query }) =>
    query(
      `insert into machine_key (organisation_id, id, source_id, name, secret_hash, hint, created_at, created_by)
       select organisation_id, $2, id, 'Trial', $3, 'x', now(), 'Test' from source where organisation_id = $1 and code = $4`,
      [HOME_ORGANISATION_ID, randomUUID(), secretHash, own.source],
    ),
  );
  return text;
}
