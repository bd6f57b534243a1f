import type { Transaction } from '../database/database.ts';
import type { Actor } from '../database/scope.ts';
import { type AuditEntry, type AuditEvent, BEFORE_THE_FIRST, hashOf } from './audit-event.ts';

/** Who acts where nobody signed in: the installation's own work. */
export const THE_INSTALLATION: Actor = { kind: 'system', id: null, name: 'Bedside', address: null };

const waiting = new WeakMap<Transaction, AuditEntry[]>();

/**
 * Puts down what is being done, in the transaction that does it: both are kept, or neither. Entries are chained at its
 * very end, so that the lock on the chain's head is held for no longer than the commit.
 */
export function audit(transaction: Transaction, entry: AuditEntry): void {
  const entries = waiting.get(transaction);
  if (entries !== undefined) {
    entries.push(entry);
    return;
  }
  const first = [entry];
  waiting.set(transaction, first);
  transaction.atTheEnd(() => chain(transaction, first));
}

async function chain({ scope, query }: Transaction, entries: readonly AuditEntry[]): Promise<void> {
  const { organisationId, actor = THE_INSTALLATION } = scope;
  await query(`insert into audit_head (organisation_id, seq, hash) values ($1, 0, $2) on conflict do nothing`, [
    organisationId,
    Buffer.from(BEFORE_THE_FIRST, 'hex'),
  ]);
  const [head] = await query<{ seq: number; hash: string }>(
    `select seq::int as seq, encode(hash, 'hex') as hash from audit_head where organisation_id = $1 for update`,
    [organisationId],
  );
  if (head === undefined) throw new Error('the audit trail has no head');
  let { seq, hash } = head;
  // After the lock, so that the order of the chain is the order of time.
  const at = new Date().toISOString();
  for (const { action, subject, records = [], details = {} } of entries) {
    seq += 1;
    const event: AuditEvent = {
      ...{ organisationId, seq, at, actor, action },
      subjectKind: subject?.kind ?? null,
      subject: subject?.id ?? null,
      records,
      details: JSON.stringify(details),
      previousHash: hash,
    };
    hash = hashOf(event);
    await query(INSERT, [
      ...[organisationId, seq, at, actor.kind, actor.id, actor.name, actor.address],
      ...[action, event.subjectKind, event.subject, event.records, event.details, event.previousHash, hash],
    ]);
  }
  await query(`update audit_head set seq = $2, hash = decode($3, 'hex') where organisation_id = $1`, [
    organisationId,
    seq,
    hash,
  ]);
}

const INSERT = `
insert into audit_event (organisation_id, seq, at, actor_kind, actor_id, actor_name, address,
  action, subject_kind, subject, records, details, previous_hash, hash)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::uuid[], $12, decode($13, 'hex'), decode($14, 'hex'))`;
