import type { Transaction } from '../database/database.ts';
import type { Actor } from '../database/scope.ts';
import {
  type AuditEntry,
  type AuditEvent,
  BEFORE_THE_FIRST,
  type ChainPlace,
  headText,
  hashOf,
} from './audit-event.ts';
import { type Head, keyBegan } from './key-began.ts';
import { plainEntry, plainText } from './plain-text.ts';

/** Who acts where nobody signed in: the installation's own work. */
export const THE_INSTALLATION: Actor = { kind: 'system', id: null, name: 'Bedside', address: null };

const waiting = new WeakMap<Transaction, AuditEntry[]>();

/**
 * Puts down what is being done, in the transaction that does it: both are kept, or neither. Entries are chained at its
 * very end, so that the lock on the chain's head is held for no longer than the commit. A snapshot cannot write: what is
 * read in one is put down in a transaction before it.
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

async function chain(transaction: Transaction, entries: readonly AuditEntry[]): Promise<void> {
  const { scope, query, signer } = transaction;
  const { organisationId, actor = THE_INSTALLATION } = scope;
  const head = await lockHead(transaction);
  // After the lock, so that the order of the chain is the order of time.
  const at = new Date().toISOString();
  let place: ChainPlace = head;
  const append = async (by: Actor, entry: AuditEntry): Promise<void> => {
    const { action, subject, records = [], details = {} } = plainEntry(entry);
    const event: AuditEvent = {
      ...{ organisationId, seq: place.seq + 1, at, actor: { ...by, name: plainText(by.name) }, action },
      subjectKind: subject?.kind ?? null,
      subject: subject?.id ?? null,
      records,
      details: JSON.stringify(details),
      previousHash: place.hash,
    };
    place = { seq: event.seq, hash: hashOf(event) };
    await query(INSERT, [
      ...[organisationId, event.seq, at, by.kind, by.id, event.actor.name, by.address],
      ...[action, event.subjectKind, event.subject, records, event.details, event.previousHash, place.hash],
    ]);
  };
  const began = keyBegan(organisationId, head, signer);
  if (began !== null) await append(THE_INSTALLATION, began);
  for (const entry of entries) await append(actor, entry);
  await query(`update audit_head set seq = $2, hash = decode($3, 'hex'), signature = $4 where organisation_id = $1`, [
    organisationId,
    place.seq,
    place.hash,
    signer?.sign(headText(organisationId, place)) ?? null,
  ]);
}

/** The end of the chain, held until the commit; an organisation's first event finds one before its beginning. */
async function lockHead({ query, scope }: Transaction): Promise<Head> {
  const lock = () => query<Head>(LOCK, [scope.organisationId]);
  let [head] = await lock();
  if (head === undefined) {
    await query(
      `insert into audit_head (organisation_id, seq, hash) values ($1, 0, decode($2, 'hex')) on conflict do nothing`,
      [...[scope.organisationId, BEFORE_THE_FIRST.hash]],
    );
    [head] = await lock();
  }
  if (head === undefined) throw new Error('the audit trail has no head');
  return head;
}

const LOCK = `select seq::float8 as seq, encode(hash, 'hex') as hash, translate(encode(signature, 'base64'), E'\\n', '') as signature
from audit_head where organisation_id = $1 for update`;

const INSERT = `
insert into audit_event (organisation_id, seq, at, actor_kind, actor_id, actor_name, address,
  action, subject_kind, subject, records, details, previous_hash, hash)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::uuid[], $12, decode($13, 'hex'), decode($14, 'hex'))`;
