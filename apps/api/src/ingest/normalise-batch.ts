import { setImmediate } from 'node:timers/promises';
import type { Candidate } from './candidate.ts';
import { RefusedRowError } from './candidate.ts';
import type { IngestKind, NormalRow } from './ingest-kind.ts';
import type { ImportContext } from './normaliser.ts';
import type { RefusedCandidate } from './quarantine.ts';

/** Rows that may be stored, each beside the candidate it came from, and those that may not. */
export interface NormalisedBatch {
  rows: NormalRow[];
  candidates: Pick<Candidate, 'row' | 'raw'>[];
  refused: RefusedCandidate[];
}

/** Rows between two breaths of the event loop, so that a large import does not hold up other requests. */
const BREATH = 200;

export async function normaliseBatch(
  kind: IngestKind,
  batch: readonly Candidate[],
  context: ImportContext,
): Promise<NormalisedBatch> {
  const result: NormalisedBatch = { rows: [], candidates: [], refused: [] };
  for (const [index, candidate] of batch.entries()) {
    if (index > 0 && index % BREATH === 0) await setImmediate();
    if (candidate.problem !== undefined) {
      result.refused.push(context.refusals.of(candidate, candidate.problem));
      continue;
    }
    try {
      result.rows.push(kind.normalise(kind.check(candidate.value), context));
      // Not the values: the row has them, and batches on their way should take little memory.
      result.candidates.push({ row: candidate.row, raw: candidate.raw });
    } catch (error) {
      if (!(error instanceof RefusedRowError)) throw error;
      result.refused.push(context.refusals.of(candidate, error.problem));
    }
  }
  return result;
}
