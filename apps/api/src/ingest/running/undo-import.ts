import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import { audit } from '../../audit/audit.ts';
import type { Database, Transaction } from '../../database/database.ts';
import type { Scope } from '../../database/scope.ts';
import { forgetImport } from '../quarantine/forget-import.ts';
import { tableOf } from '../rows/fact-tables.ts';
import { INGEST_KINDS } from '../rows/ingest-kinds.ts';
import { forgetParts } from './forget-parts.ts';
import { reinstateRetired } from './merged-rows.ts';
import { forgetMerges } from './merged-visits.ts';
import { restoreFormer } from './restore-former.ts';
import { bringBack } from './taken-back.ts';

/** What undoing an import did: rows taken out again, rows set back to what they were, rows that others went on with. */
export interface Undone {
  removed: number;
  restored: number;
  kept: number;
}

interface UndoStep {
  kind: FactKind;
  position: string;
  ids: string[];
}

/** Events before their complaints: a complaint whose other steps are somebody else's stays. */
const NEXT_BATCH_SQL = `select kind, first_position as position, inserted as ids from import_batch
where organisation_id = $1::uuid and import_id = $2::uuid and cardinality(inserted) > 0
  and (kind, first_position) > ($3, $4::bigint)
order by kind, first_position limit 1`;

/**
 * Undoes an import as a whole: what it put in goes, what it replaced or took back comes back, and every number with it. A row that
 * somebody changed since, or a complaint that people went on with, stays as it is and is counted as kept. Every step is
 * a transaction of its own; begun again, it goes on where it was.
 */
export async function undoImport(
  database: Database,
  scope: Scope,
  importId: string,
  now: number,
  onStep?: (done: Undone) => void,
): Promise<Undone> {
  const undone: Undone = { removed: 0, restored: 0, kept: 0 };
  for (;;) {
    const restored = await database.inScope(scope, (transaction) => restoreFormer(transaction, importId));
    if (restored === null) break;
    undone.restored += restored.restored;
    undone.kept += restored.kept;
    onStep?.(undone);
  }
  let before = { kind: '', position: '0' };
  for (;;) {
    const step = await database.inScope(scope, async (transaction) => {
      const [batch] = await transaction.query<UndoStep>(NEXT_BATCH_SQL, [
        scope.organisationId,
        importId,
        before.kind,
        before.position,
      ]);
      return batch === undefined ? null : { ...batch, ...(await removeBatch(transaction, importId, batch)) };
    });
    if (step === null) break;
    before = step;
    undone.removed += step.removed;
    undone.restored -= step.ofThoseRestored;
    undone.kept += step.left;
    onStep?.(undone);
  }
  for (;;) {
    const back = await database.inScope(scope, (transaction) => bringBack(transaction, importId));
    if (back === null) break;
    undone.restored += back.restored;
    undone.kept += back.kept;
    onStep?.(undone);
  }
  await database.inScope(scope, async (transaction) => {
    await forgetMerges(transaction, importId);
    await forgetParts(transaction, importId);
    await close(transaction, importId, undone, now);
  });
  return undone;
}

const RESTORED_SQL = `select count(*)::int as count from replaced_row
where organisation_id = $1::uuid and import_id = $2::uuid and kind = $3 and settled = 'restored' and id = any ($4::uuid[])`;

/** Of a row that the import had taken back before it told it anew, the former version is still to come back. */
const FORMERS_SQL = `delete from replaced_row where organisation_id = $1::uuid and kind = $3 and id = any ($4::uuid[])
  and not (import_id = $2::uuid and taken_back)`;

/**
 * What is still there and not about to be set back is somebody else's by now; rows that went before, in a run that broke
 * off, are not there to be kept.
 */
const keptSql = (kind: FactKind): string => `select count(*)::int as count from ${tableOf(kind)} f
where f.organisation_id = $1::uuid and f.id = any ($4::uuid[]) and not exists (select from replaced_row r
  where r.organisation_id = $1::uuid and r.import_id = $2::uuid and r.kind = $3 and r.id = f.id and r.taken_back)`;

async function removeBatch(transaction: Transaction, importId: string, { kind, position, ids }: UndoStep) {
  const { query, scope } = transaction;
  const ours = await lockOurs(transaction, importId, kind, position);
  const isOurs = new Set(ours);
  const others = ids.filter((id) => !isOurs.has(id));
  const [kept] = await query<{ count: number }>(keptSql(kind), [scope.organisationId, importId, kind, others]);
  const left = kept?.count ?? 0;
  if (ours.length === 0) return { removed: 0, ofThoseRestored: 0, left };
  const [restored] = await query<{ count: number }>(RESTORED_SQL, [scope.organisationId, importId, kind, ours]);
  const removed = await INGEST_KINDS[kind].erase(transaction, ours);
  if (kind === 'waits') await reinstateRetired(transaction, ours);
  await query(FORMERS_SQL, [scope.organisationId, importId, kind, ours]);
  return { removed, ofThoseRestored: restored?.count ?? 0, left };
}

/** Complaints that people have taken steps on since, and steps that others were taken after. */
const GONE_ON_WITH: Partial<Record<FactKind, string>> = {
  complaints: `and not exists (select 1 from complaint_event e
  where e.organisation_id = f.organisation_id and e.complaint_id = f.id)`,
  'complaint-events': `and not exists (select 1 from complaint_event e
  where e.organisation_id = f.organisation_id and e.complaint_id = f.complaint_id and e.id not in (
    select unnest(i.inserted) from import_batch i
    where i.organisation_id = b.organisation_id and i.import_id = b.import_id and i.kind = b.kind))`,
};

/** Those of a batch's rows that still say what the import wrote, locked in the order all writers lock them. */
async function lockOurs(
  { query, scope }: Transaction,
  importId: string,
  kind: FactKind,
  position: string,
): Promise<string[]> {
  const rows = await query<{ id: string }>(
    `select f.id from import_batch b cross join unnest(b.inserted, b.hashes) as x(id, content_hash)
join ${tableOf(kind)} f on f.organisation_id = $1::uuid and f.id = x.id
where b.organisation_id = $1::uuid and b.import_id = $2::uuid and b.kind = $3 and not b.retracts
  and b.first_position = $4::bigint and f.content_hash = x.content_hash ${GONE_ON_WITH[kind] ?? ''}
order by f.id for update of f`,
    [scope.organisationId, importId, kind, position],
  );
  return rows.map(({ id }) => id);
}

async function close(transaction: Transaction, importId: string, { kept, ...counts }: Undone, now: number) {
  const { query, scope } = transaction;
  await forgetImport(transaction, importId, new Date(now));
  await query('delete from replaced_row where organisation_id = $1 and import_id = $2', [
    scope.organisationId,
    importId,
  ]);
  await query(`update import set undone_at = $3, kept = $4, state = 'undone' where organisation_id = $1 and id = $2`, [
    scope.organisationId,
    importId,
    new Date(now),
    kept,
  ]);
  const [source] = await query<{ code: string }>(
    `select s.code from import i join source s on s.organisation_id = i.organisation_id and s.id = i.source_id
     where i.organisation_id = $1 and i.id = $2`,
    [scope.organisationId, importId],
  );
  audit(transaction, {
    action: 'rows.undone',
    ...(source !== undefined && { subject: { kind: 'source', id: source.code } }),
    details: { import: importId, ...counts, kept },
  });
}
