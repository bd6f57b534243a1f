import type { Database } from '../database/database.ts';
import type { Scope } from '../database/scope.ts';
import { BEFORE_THE_FIRST, type ChainPlace } from './audit-event.ts';
import { type ExportOpening, HASH_RULE, closingLine, eventLine, exportText } from './export-lines.ts';
import { readHead, troubleAtHead } from './trail-head.ts';
import { storedEvents } from './stored-events.query.ts';
import { type Known, TrailCheck } from './trail-check.ts';
import type { TrailFault } from './trail-fault.ts';

/** Which part of a trail; both ends left out, all of it. */
export interface ExportSpan {
  /** Instants; the first included, the second not. */
  from?: string;
  to?: string;
}

/**
 * A trail as NDJSON that can be verified without Bedside: a first line that says how, a line an event, and a last one
 * with where they end and a signature. The trail is verified on the way up to its head, so that what was tampered with
 * is not signed: the export then ends before the first broken place and names it.
 */
export async function* exportTrail(
  database: Database,
  scope: Scope,
  { from, to }: ExportSpan,
  exportedAt: string,
): AsyncGenerator<string> {
  const head = await readHead(database, scope);
  const last = head?.seq ?? Number.MAX_SAFE_INTEGER;
  const { signer } = database;
  // Where the key changed is for whoever verifies the export to judge.
  const known: Known = { publicKey: signer?.publicKey ?? null, earlierKeys: [], vouched: 'told' };
  const { name, after } = await openingOf(database, scope, from);
  const opening: ExportOpening = {
    ...{ bedside: 'audit-export', version: 1, organisation: { id: scope.organisationId, name }, hash: HASH_RULE },
    ...{ signature: signer ? 'Ed25519' : null, publicKey: signer?.publicKey ?? null },
    ...{ exportedAt, after },
  };
  const openingLine = JSON.stringify(opening);
  yield `${openingLine}\n`;
  const check = new TrailCheck(known, after);
  let past = false;
  let fault: TrailFault | null = null;
  let end: { place: ChainPlace; count: number } = { place: after, count: 0 };
  walk: for await (const events of storedEvents(database, scope, { after: after.seq || null, upTo: last })) {
    const lines: string[] = [];
    for (const event of events) {
      fault = check.take(event);
      if (fault !== null) break;
      past ||= to !== undefined && event.at >= to;
      if (past) continue;
      end = { place: check.end, count: check.count };
      lines.push(`${eventLine(event)}\n`);
    }
    yield lines.join('');
    if (fault !== null) break walk;
  }
  fault ??= troubleAtHead(head, check.end, known, scope.organisationId);
  const said = { head: end.place, count: end.count, trail: check.end, ...(fault && { fault }) };
  const signature = fault === null ? (signer?.sign(exportText(openingLine, said)).toString('base64') ?? null) : null;
  yield `${closingLine({ ...said, signature })}\n`;
}

/** The organisation's name, and the event right before the span. */
async function openingOf(
  database: Database,
  scope: Scope,
  from: string | undefined,
): Promise<{ name: string | null; after: ChainPlace }> {
  return database.inScope(scope, async ({ query }) => {
    const [organisation] = await query<{ name: string }>('select name from organisation where organisation_id = $1', [
      scope.organisationId,
    ]);
    const [before] = from === undefined ? [] : await query<ChainPlace>(LAST_BEFORE, [scope.organisationId, from]);
    return { name: organisation?.name ?? null, after: before ?? BEFORE_THE_FIRST };
  });
}

const LAST_BEFORE = `select e.seq::float8 as seq, encode(e.hash, 'hex') as hash from audit_event e
where e.organisation_id = $1 and e.at < $2::timestamptz order by e.seq desc limit 1`;
