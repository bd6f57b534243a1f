import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import type { Transaction } from '../../database/database.ts';
import type { ReadAs } from '../read-as.ts';

/** What a worker has to know of an import to go on with it. */
export interface TakenImport {
  id: string;
  source: string;
  sourceId: string;
  kind: FactKind;
  name: string;
  dryRun: boolean;
  uploadId: string | null;
  readAs: ReadAs;
  startedBy: string | null;
  startedById: string | null;
  startedAt: Date;
  /** How often it was begun since something of it was stored last. */
  tries: number;
}

const TAKE_SQL = `select i.id, s.code as source, i.source_id as "sourceId", i.kind, coalesce(i.name, '') as name,
  i.dry_run as "dryRun", i.upload_id as "uploadId", coalesce(i.options, '{}') as "readAs", i.started_by as "startedBy",
  i.started_by_id as "startedById", i.started_at as "startedAt", i.tries + 1 as tries,
  i.state, i.held_until > clock_timestamp() as "isHeld"
from import i join source s on s.organisation_id = i.organisation_id and s.id = i.source_id
where i.organisation_id = $1 and i.id = $2 for update of i`;

const HOLD_SQL = `update import set holder = $3, held_until = clock_timestamp() + make_interval(secs => $4),
  state = $5, tries = tries + 1 where organisation_id = $1 and id = $2`;

/** So long an import stays with a worker that says nothing. */
export const HELD_SECONDS = 6;

/**
 * Takes an import over, after whatever its last holder is just storing. `held` while somebody else is at it, `over`
 * where nothing is left to be done.
 */
export async function takeImport(
  { query, scope }: Transaction,
  importId: string,
  holder: string,
  work: { from: readonly string[]; as: 'running' | 'undoing' },
): Promise<TakenImport | 'held' | 'over'> {
  const [found] = await query<TakenImport & { state: string; isHeld: boolean | null }>(TAKE_SQL, [
    ...[scope.organisationId, importId],
  ]);
  if (found === undefined || !work.from.includes(found.state)) return 'over';
  if (found.isHeld) return 'held';
  await query(HOLD_SQL, [scope.organisationId, importId, holder, HELD_SECONDS, work.as]);
  const { state: _state, isHeld: _isHeld, ...taken } = found;
  return taken;
}

const LET_GO_SQL = `update import set held_until = null where organisation_id = $1 and id = $2 and holder = $3`;

/** Lets another worker have it at once. */
export async function letGo({ query, scope }: Transaction, importId: string, holder: string): Promise<void> {
  await query(LET_GO_SQL, [scope.organisationId, importId, holder]);
}
