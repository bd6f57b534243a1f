import { uuidArray } from '../../database/binary-array.ts';
import type { Transaction } from '../../database/database.ts';
import { RivalWriteError } from '../../facts/fact-writer.ts';
import type { KeptCandidate } from '../rows/candidate.ts';
import type { HeldBatch } from './against-quarantine.ts';
import type { Delivery } from './delivery.ts';
import type { SettledHow } from './standing-entries.ts';

const SETTLE_SQL = `update quarantine q
set state = 'settled', settled_how = $2, settled_by = $3::uuid, state_at = $4, fact_id = x.fact_id
from (select unnest($5::uuid[]) id, unnest($6::uuid[]) fact_id) x
where q.organisation_id = $1::uuid and q.id = x.id and q.state = 'open'`;

/** Settles the entries whose rows have gone in with a batch, in its transaction, and those it has overtaken. */
export async function settleEntries(
  transaction: Transaction,
  delivery: Pick<Delivery, 'importId' | 'at'>,
  { going, overtaken, renamed }: HeldBatch,
  written: { inserted: readonly { id: string }[]; refused: readonly { candidate: KeptCandidate }[] },
): Promise<void> {
  const isRefused = new Set(written.refused.map(({ candidate }) => candidate));
  const stored = going.filter(({ candidate }) => !isRefused.has(candidate));
  if (renamed.size > 0) {
    const isNew = new Set(written.inserted.map(({ id }) => id));
    const rival = stored.find(({ row }) => renamed.has(row.id) && !isNew.has(row.id));
    if (rival !== undefined) throw new RivalWriteError('the number of a row without an id was taken meanwhile');
  }
  await settle(
    transaction,
    delivery,
    'stored',
    stored.map(({ entryId, row }) => [entryId, row.id]),
  );
  const settled = new Set(stored.map(({ entryId }) => entryId));
  await settle(
    transaction,
    delivery,
    'newer',
    [...new Set(overtaken)].filter((id) => !settled.has(id)).map((id) => [id, null]),
  );
}

async function settle(
  { query, scope }: Transaction,
  { importId, at }: Pick<Delivery, 'importId' | 'at'>,
  how: SettledHow,
  entries: readonly (readonly [id: string, factId: string | null])[],
): Promise<void> {
  if (entries.length === 0) return;
  await query(SETTLE_SQL, [
    ...[scope.organisationId, how, importId, at],
    uuidArray(entries.map(([id]) => id)),
    uuidArray(entries.map(([, factId]) => factId)),
  ]);
}
