import { createHash } from 'node:crypto';
import type { ChainPlace, StoredEvent } from './audit-event.ts';
import type { TrailFault } from './trail-fault.ts';

/** The first line of an export: whose trail it is, and how it can be checked. */
export interface ExportOpening {
  bedside: 'audit-export';
  version: 1;
  organisation: { id: string; name: string | null };
  hash: string;
  signature: 'Ed25519' | null;
  /** Base64 of the SPKI form: the body of a PEM; null where no key signs. */
  publicKey: string | null;
  exportedAt: string;
  /** What comes right before the first event. */
  after: ChainPlace;
}

/** A line in between: an event, without the organisation, which the first line names. */
export type ExportedEvent = Omit<StoredEvent, 'organisationId'>;

/** The last line: where the events end, how many they are, and the signature over all of it. */
export interface ExportClosing {
  head: ChainPlace;
  count: number;
  /** Where the whole trail ended at the time: beyond `head` if a span of time was exported. */
  trail: ChainPlace;
  /** Base64; null where no key signs, or the trail was found broken. */
  signature: string | null;
  /** The first place at which the trail was found broken; what follows it is left out. */
  fault?: TrailFault;
}

/** How an event is hashed, in the words of the first line. */
export const HASH_RULE =
  'hex SHA-256 of the UTF-8 JSON, without spaces, of [previousHash, organisation.id, seq, at, actor.kind, actor.id, actor.name, actor.address, action, subjectKind, subject, records, details]';

/** An event's line: its fields in this order and no others, so that a line can be read in one way only. */
export function eventLine(event: StoredEvent): string {
  const { seq, at, actor, action, subjectKind, subject, records, details, previousHash, hash } = event;
  const { kind, id, name, address } = actor;
  return JSON.stringify({
    ...{ seq, at, actor: { kind, id, name, address } },
    ...{ action, subjectKind, subject, records, details, previousHash, hash },
  } satisfies ExportedEvent);
}

/** Reads an event's line; null for one that is not exactly what an event is written as. */
export function readEventLine(organisationId: string, line: string): StoredEvent | null {
  const event = jsonObject(line) as Partial<ExportedEvent> | null;
  if (event === null || typeof event.actor !== 'object' || event.actor === null) return null;
  const stored = { organisationId, ...event } as StoredEvent;
  return eventLine(stored) === line ? stored : null;
}

/** The last line, in one order as well. */
export function closingLine({ head, count, trail, fault, signature }: ExportClosing): string {
  return JSON.stringify({
    head: { seq: head.seq, hash: head.hash },
    count,
    trail: { seq: trail.seq, hash: trail.hash },
    ...(fault && { fault: { seq: fault.seq, fault: fault.fault } }),
    signature,
  } satisfies ExportClosing);
}

export function readClosingLine(line: string): ExportClosing | null {
  const closing = jsonObject(line) as Partial<ExportClosing> | null;
  const { head, count, trail, signature } = closing ?? {};
  if (head == null || trail == null || count === undefined || signature === undefined) return null;
  return closingLine(closing as ExportClosing) === line ? (closing as ExportClosing) : null;
}

/** What a line of JSON holds, if that is an object. */
export function jsonObject(line: string): object | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}

/** What the closing signature signs; another text than that of a head, so that no export can stand in for one. */
export function exportText(openingLine: string, { head, count, trail }: Omit<ExportClosing, 'signature'>): string {
  const opening = createHash('sha256').update(openingLine).digest('hex');
  return JSON.stringify(['bedside audit export', 1, opening, head.seq, head.hash, count, trail.seq, trail.hash]);
}
