import { randomUUID } from 'node:crypto';
import { type AuditEvent, BEFORE_THE_FIRST, type StoredEvent, hashOf } from '../../apps/api/src/audit/audit-event.ts';

const ACTIONS = ['complaint.read', 'complaint.listed', 'records.read', 'rows.sent', 'session.opened'];

/** A chain as it would have grown: that many events of several people, some about records. */
export function chainOf(organisationId: string, length: number): StoredEvent[] {
  const events: StoredEvent[] = [];
  for (let seq = 1; seq <= length; seq += 1) {
    const previousHash = events.at(-1)?.hash ?? BEFORE_THE_FIRST.hash;
    const about = seq % 3 === 0;
    events.push(
      hashed({
        ...{ organisationId, seq, at: new Date(Date.UTC(2026, 0, 1) + seq * 61_007).toISOString() },
        actor: { kind: 'person', id: randomUUID(), name: `Rūta ${seq % 7} ๅ "x"`, address: `10.0.0.${seq % 250}` },
        action: ACTIONS[seq % ACTIONS.length] ?? 'records.read',
        subjectKind: about ? 'complaint' : null,
        subject: about ? `C-${seq}` : null,
        records: about ? [randomUUID(), randomUUID()] : [],
        details: JSON.stringify({ listed: seq }),
        previousHash,
      }),
    );
  }
  return events;
}

export const hashed = (event: AuditEvent): StoredEvent => ({ ...event, hash: hashOf(event) });

/** The same events numbered and chained anew, as somebody would who rewrites a trail without a trace in it. */
export function rechained(events: readonly AuditEvent[]): StoredEvent[] {
  const chain: StoredEvent[] = [];
  for (const event of events) {
    const previousHash = chain.at(-1)?.hash ?? BEFORE_THE_FIRST.hash;
    chain.push(hashed({ ...event, seq: chain.length + 1, previousHash }));
  }
  return chain;
}
