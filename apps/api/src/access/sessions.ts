import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Role } from '#domain/role.ts';
import { Clock } from '../clock/clock.ts';
import type { Transaction } from '../database/database.ts';
import { newToken } from './secret.ts';
import { SESSION_RULES } from './session-rules.ts';

/** A session somebody brought, with the account it is for, as both are now. */
export interface KnownSession {
  sessionId: string;
  accountId: string;
  email: string;
  name: string;
  role: Role;
  language: string | null;
  departmentIds: string[];
  awaitsSecondFactor: boolean;
}

/** Where a session is used from, to be recognised by its owner. */
export interface Whereabouts {
  address: string | null;
  agent: string | null;
}

/** A session seen so lately is not written to again. */
const SEEN_EVERY_SECONDS = 60;
const AGENT_LENGTH = 300;

/** Opaque sessions: the browser has a secret, the database its hash; what it may do is looked up anew at each request. */
@Injectable()
export class Sessions {
  constructor(private readonly clock: Clock) {}

  /** Opens one for an account; the text goes into the browser's cookie and is kept nowhere else. */
  async open(
    { query, scope }: Transaction,
    accountId: string,
    { address, agent }: Whereabouts,
    awaitsSecondFactor = false,
  ): Promise<{ sessionId: string; token: string }> {
    const { text, secretHash } = newToken(scope.organisationId);
    const sessionId = randomUUID();
    await query(
      `insert into session (organisation_id, id, secret_hash, account_id, awaits_second_factor,
         created_at, last_seen_at, address, agent)
       values ($1, $2, $3, $4, $5, $6, $6, $7, $8)`,
      [
        ...[scope.organisationId, sessionId, secretHash, accountId, awaitsSecondFactor, this.now()],
        ...[address, agent?.slice(0, AGENT_LENGTH) ?? null],
      ],
    );
    return { sessionId, token: text };
  }

  /** The session behind a secret, unless it has ended, run out, or its account was disabled. */
  async find({ query, scope }: Transaction, secretHash: Buffer): Promise<KnownSession | undefined> {
    const [found] = await query<KnownSession & { stale: boolean }>(FIND, [
      ...[scope.organisationId, secretHash, this.now()],
      ...[SESSION_RULES.idleMinutes, SESSION_RULES.hours, SEEN_EVERY_SECONDS],
    ]);
    if (found === undefined) return undefined;
    const { stale, ...session } = found;
    if (stale) {
      await query('update session set last_seen_at = $3 where organisation_id = $1 and id = $2', [
        ...[scope.organisationId, session.sessionId, this.now()],
      ]);
    }
    return session;
  }

  private now(): string {
    return new Date(this.clock.now()).toISOString();
  }
}

const FIND = `
select s.id as "sessionId", a.id as "accountId", a.email, a.name, a.role, a.language,
  a.departments as "departmentIds", s.awaits_second_factor as "awaitsSecondFactor",
  s.last_seen_at < $3::timestamptz - make_interval(secs => $6) as stale
from session s
join account a on a.organisation_id = s.organisation_id and a.id = s.account_id
left join organisation o on o.organisation_id = s.organisation_id
where s.organisation_id = $1 and s.secret_hash = $2 and a.disabled_at is null and (not a.demo or o.demo)
  and s.last_seen_at > $3::timestamptz - make_interval(mins => coalesce(o.session_idle_minutes, $4))
  and s.created_at > $3::timestamptz - make_interval(hours => coalesce(o.session_hours, $5))`;
