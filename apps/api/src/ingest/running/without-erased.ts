import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import type { Transaction } from '../../database/database.ts';
import { ERASED, erasedAmong } from './erased-rows.ts';
import type { NormalRow } from '../rows/ingest-kind.ts';
import type { NormalisedBatch } from '../rows/normalise-batch.ts';
import type { Refusals } from '../quarantine/refusals.ts';

/** The batch with the rows that a patient has had erased moved to those refused; asked once a batch. */
export async function withoutErased(
  transaction: Transaction,
  kind: FactKind,
  batch: NormalisedBatch,
  refusals: Refusals,
): Promise<NormalisedBatch> {
  const ofComplaints = kind === 'complaint-events';
  const keyOf = ofComplaints ? complaintOf : ({ id }: NormalRow) => id;
  const erased = ofComplaints
    ? await erasedAmong(
        transaction,
        'complaints',
        batch.rows.map((row) => ({ id: complaintOf(row) })),
      )
    : await erasedAmong(transaction, kind, batch.rows);
  if (erased.size === 0) return batch;
  const kept: NormalisedBatch = { rows: [], candidates: [], refused: [...batch.refused] };
  batch.rows.forEach((row, index) => {
    const candidate = batch.candidates[index] ?? { row: 0, raw: '' };
    if (erased.has(keyOf(row))) {
      kept.refused.push(refusals.of(candidate, ERASED));
    } else {
      kept.rows.push(row);
      kept.candidates.push(candidate);
    }
  });
  return kept;
}

/** An event is erased with its complaint. */
const complaintOf = (row: NormalRow & { complaintId?: string }): string => row.complaintId ?? row.id;
