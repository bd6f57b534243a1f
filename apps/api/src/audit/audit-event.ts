import { createHash } from 'node:crypto';
import type { Actor } from '../database/scope.ts';

/** Something done that must be accounted for. Never a patient's words, nor what identifies a patient. */
export interface AuditEntry {
  /** What was done to what kind of thing, like `complaint.read`, `account.disabled`. */
  action: string;
  /** The one thing it was done to, by the name people know it by: a complaint's number, a source's code. */
  subject?: { kind: string; id: string };
  /** Ids of the records whose words were read, changed or erased. */
  records?: readonly string[];
  /** What else an auditor needs: counts, filters by code, old and new values of settings. */
  details?: Readonly<Record<string, unknown>>;
}

/** One link of an organisation's chain, as it is stored and as it is hashed. */
export interface AuditEvent {
  organisationId: string;
  /** 1 for an organisation's first event, without gaps. */
  seq: number;
  /** An instant in UTC with milliseconds, like 2026-11-22T08:00:00.000Z. */
  at: string;
  actor: Actor;
  action: string;
  subjectKind: string | null;
  subject: string | null;
  records: readonly string[];
  /** A JSON object, kept as the text that was hashed. */
  details: string;
  /** Of the event before it, in hex; 64 zeros before the first. */
  previousHash: string;
}

/** An event with the hash that was stored with it. */
export interface StoredEvent extends AuditEvent {
  hash: string;
}

/** A place in a chain: its event's number and hash. */
export interface ChainPlace {
  seq: number;
  hash: string;
}

export const BEFORE_THE_FIRST: ChainPlace = { seq: 0, hash: '0'.repeat(64) };

/** SHA-256 in hex over everything an event says, the hash of the one before it included. */
export function hashOf(event: AuditEvent): string {
  const { organisationId, seq, at, actor, action, subjectKind, subject, records, details, previousHash } = event;
  const said = [
    ...[previousHash, organisationId, seq, at],
    ...[actor.kind, actor.id, actor.name, actor.address],
    ...[action, subjectKind, subject, records, details],
  ];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}

/** What is signed at each commit: where the chain ends. Only the newest signature is kept, so no older end has one. */
export function headText(organisationId: string, { seq, hash }: ChainPlace): string {
  return JSON.stringify(['bedside audit head', 1, organisationId, seq, hash]);
}
