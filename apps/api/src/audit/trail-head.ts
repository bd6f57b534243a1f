import type { Database } from '../database/database.ts';
import type { Scope } from '../database/scope.ts';
import { BEFORE_THE_FIRST, type ChainPlace, headText } from './audit-event.ts';
import type { Head } from './key-began.ts';
import { signedWith } from './public-key.ts';
import type { Known } from './trail-check.ts';
import type { TrailFault } from './trail-fault.ts';

export interface ReadHead extends Head {
  /** Events with higher numbers than the head names are there. */
  beyond: boolean;
}

const HEAD = `select h.seq::float8 as seq, encode(h.hash, 'hex') as hash,
  translate(encode(h.signature, 'base64'), E'\\n', '') as signature,
  exists (select from audit_event e where e.organisation_id = $1 and e.seq > h.seq) as beyond
from audit_head h where h.organisation_id = $1`;

/** In one statement, so that an event that comes in meanwhile is not taken for one beyond the head. */
export async function readHead(database: Database, scope: Scope): Promise<ReadHead | null> {
  const [head] = await database.inScope(scope, ({ query }) => query<ReadHead>(HEAD, [scope.organisationId]));
  return head ?? null;
}

/** What is wrong with where a chain is said to end, given where its events end. */
export function troubleAtHead(
  head: ReadHead | null,
  end: ChainPlace,
  { publicKey }: Known,
  organisationId: string,
): TrailFault | null {
  const { seq, hash } = end;
  if (head === null) return seq === BEFORE_THE_FIRST.seq ? null : { seq, fault: 'no-head' };
  if (head.seq > seq) return { seq: seq + 1, fault: 'missing' };
  if (head.beyond) return { seq: seq + 1, fault: 'head-elsewhere' };
  if (head.hash !== hash) return { seq, fault: 'head-elsewhere' };
  if (head.signature === null) return publicKey === null ? null : { seq, fault: 'head-unsigned' };
  if (publicKey === null) return { seq, fault: 'no-key' };
  const signature = Buffer.from(head.signature, 'base64');
  return signedWith(publicKey, headText(organisationId, head), signature) ? null : { seq, fault: 'head-forged' };
}
