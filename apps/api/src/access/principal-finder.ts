import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ROLES_OF_DEPARTMENTS } from '#domain/role.ts';
import { Database, type Transaction } from '../database/database.ts';
import type { Actor } from '../database/scope.ts';
import { abilitiesOf } from './abilities.ts';
import { HOME_ORGANISATION_ID, wholeOf } from './access.ts';
import type { Principal } from './principal.ts';
import { readToken } from './secret.ts';
import { sessionCookie } from './session-cookie.ts';
import { type KnownSession, Sessions } from './sessions.ts';
import { SetUpKey } from './set-up-key.ts';
import { SourceKeys } from './source-keys.ts';
import { withSubtrees } from './subtree.query.ts';

/** Who a request comes from: a person by their session, a machine by its key. */
@Injectable()
export class PrincipalFinder {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly keys: SourceKeys,
    private readonly setUp: SetUpKey,
  ) {}

  /** undefined for somebody whom nobody knows: nothing brought, or something that is no longer worth anything. */
  find(request: FastifyRequest): Promise<Principal | undefined> {
    const bearer = /^Bearer ([\w.-]{1,300})$/i.exec(request.headers.authorization ?? '')?.[1];
    return bearer === undefined ? this.byCookie(request) : this.byKey(request, bearer);
  }

  private async byCookie(request: FastifyRequest): Promise<Principal | undefined> {
    const token = readToken(sessionCookie(request) ?? '');
    if (token === undefined) return undefined;
    return this.database.inScope(wholeOf(token.organisationId), async (transaction) => {
      const session = await this.sessions.find(transaction, token.secretHash);
      if (session === undefined || session.awaitsSecondFactor) return undefined;
      return principalOf(transaction, session, request.ip);
    });
  }

  private async byKey({ ip }: FastifyRequest, bearer: string): Promise<Principal | undefined> {
    if (this.setUp.matches(bearer)) {
      const actor: Actor = { kind: 'system', id: null, name: 'Set-up', address: ip };
      return { abilities: abilitiesOf('set-up'), scope: wholeOf(HOME_ORGANISATION_ID, actor) };
    }
    const token = readToken(bearer.replace(/^bsk_/, ''));
    if (token === undefined || !bearer.startsWith('bsk_')) return undefined;
    const key = await this.database.inScope(wholeOf(token.organisationId), (transaction) =>
      this.keys.find(transaction, token.secretHash),
    );
    if (key === undefined) return undefined;
    const actor: Actor = { kind: 'key', id: key.keyId, name: key.name, address: ip };
    return {
      abilities: abilitiesOf('source-key'),
      scope: wholeOf(token.organisationId, actor),
      sourceCode: key.sourceCode,
    };
  }
}

async function principalOf(transaction: Transaction, session: KnownSession, address: string): Promise<Principal> {
  const { organisationId } = transaction.scope;
  const { role, accountId, name, email, language, sessionId } = session;
  const departmentIds = ROLES_OF_DEPARTMENTS.includes(role) ? session.departmentIds : [];
  const actor: Actor = { kind: 'person', id: accountId, name, address };
  return {
    abilities: abilitiesOf(role),
    scope: {
      organisationId,
      departmentIds: ROLES_OF_DEPARTMENTS.includes(role) ? await withSubtrees(transaction, departmentIds) : 'all',
      actor,
    },
    person: { accountId, sessionId, email, name, role, language, departmentIds },
  };
}
