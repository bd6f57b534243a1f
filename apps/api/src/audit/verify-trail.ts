import type { Database } from '../database/database.ts';
import type { Scope } from '../database/scope.ts';
import type { ChainPlace } from './audit-event.ts';
import { storedEvents } from './stored-events.query.ts';
import { type Known, TrailCheck } from './trail-check.ts';
import type { TrailFault } from './trail-fault.ts';
import { readHead, troubleAtHead } from './trail-head.ts';

/** What became of looking through a trail. */
export interface TrailReport {
  events: number;
  /** The last event that was found as written; null for a trail without any. */
  upTo: (ChainPlace & { at: string }) | null;
  /** Whether the end carries a signature of a known key; without one, who can write the database could rewrite it all. */
  signed: boolean;
  /** Events at which a key took over from one that is not known, or from none: what stands before is chained alone. */
  keyChanges: readonly number[];
  fault: TrailFault | null;
}

export interface VerifyOptions extends Known {
  /** Places known from elsewhere, an earlier verification or an export: each must still be on the trail. */
  anchors?: readonly ChainPlace[];
}

/** Recomputes an organisation's chain from its first event to its head. */
export async function verifyTrail(database: Database, scope: Scope, options: VerifyOptions): Promise<TrailReport> {
  const head = await readHead(database, scope);
  const check = new TrailCheck(options);
  const anchors = new Map((options.anchors ?? []).map(({ seq, hash }) => [seq, hash]));
  let at = '';
  const report = (fault: TrailFault | null): TrailReport => ({
    events: check.count,
    upTo: check.count === 0 ? null : { ...check.end, at },
    signed: fault === null && head !== null && head.signature !== null,
    keyChanges: check.keyChanges,
    fault,
  });
  const upTo = head?.seq ?? Number.MAX_SAFE_INTEGER;
  for await (const events of storedEvents(database, scope, { after: null, upTo })) {
    for (const event of events) {
      const fault = check.take(event);
      if (fault !== null) return report(fault);
      at = event.at;
      if ((anchors.get(event.seq) ?? event.hash) !== event.hash) return report({ seq: event.seq, fault: 'cut' });
    }
  }
  const { end } = check;
  const cut = [...anchors.keys()].some((seq) => seq > end.seq);
  return report(cut ? { seq: end.seq + 1, fault: 'cut' } : troubleAtHead(head, end, options, scope.organisationId));
}
