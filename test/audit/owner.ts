import { Client } from 'pg';
import { type StoredEvent, headText } from '../../apps/api/src/audit/audit-event.ts';
import type { AuditKey } from '../../apps/api/src/audit/audit-key.ts';

export const COLUMNS = [
  ...['organisation_id', 'seq', 'at', 'actor_kind', 'actor_id', 'actor_name', 'address', 'action'],
  ...['subject_kind', 'subject', 'records', 'details', 'previous_hash', 'hash'],
] as const;

/** The tables of the trail in the hands of somebody who owns them, past every wall. */
export interface Owner {
  client: Client;
  write(events: readonly StoredEvent[]): Promise<void>;
  /** Puts the head where a chain ends; signed with a key, with something else, or not at all. */
  setHead(organisationId: string, event: StoredEvent | undefined, key?: AuditKey | Buffer): Promise<void>;
  close(): Promise<void>;
}

export async function openOwner(ownerUrl: string): Promise<Owner> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  return {
    client,
    async write(events) {
      const values = events.map(({ actor, ...event }) => ({
        ...{ organisation_id: event.organisationId, seq: event.seq, at: event.at },
        ...{ actor_kind: actor.kind, actor_id: actor.id, actor_name: actor.name, address: actor.address },
        ...{ action: event.action, subject_kind: event.subjectKind, subject: event.subject },
        ...{ records: event.records, details: event.details },
        ...{ previous_hash: `\\x${event.previousHash}`, hash: `\\x${event.hash}` },
      }));
      await client.query(
        `insert into audit_event (${COLUMNS.join(', ')})
         select ${COLUMNS.join(', ')} from json_populate_recordset(null::audit_event, $1)`,
        [JSON.stringify(values)],
      );
    },
    async setHead(organisationId, event, key) {
      await client.query('delete from audit_head where organisation_id = $1', [organisationId]);
      if (event === undefined) return;
      const signature = key === undefined || Buffer.isBuffer(key) ? key : key.sign(headText(organisationId, event));
      await client.query(
        `insert into audit_head (organisation_id, seq, hash, signature) values ($1, $2, decode($3, 'hex'), $4)`,
        [organisationId, event.seq, event.hash, signature ?? null],
      );
    },
    close: () => client.end(),
  };
}
