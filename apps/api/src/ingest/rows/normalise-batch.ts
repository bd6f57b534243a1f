import { setImmediate } from 'node:timers/promises';
import { type Candidate, type KeptCandidate, keptOf, RefusedRowError } from './candidate.ts';
import type { IngestKind, NormalRow } from './ingest-kind.ts';
import type { CheckedRow } from './row-validator.ts';
import type { ImportContext } from './normaliser.ts';
import type { RefusedCandidate } from '../quarantine/quarantine.ts';

/** Rows that may be stored, each beside the candidate it came from, and those that may not. */
export interface NormalisedBatch {
  rows: NormalRow[];
  candidates: KeptCandidate[];
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
  const rowOf = kind.begin(context);
  for (let index = 0; index < batch.length; index += 1) {
    const candidate = batch[index] as Candidate;
    if (index > 0 && index % BREATH === 0) await setImmediate();
    if (context.refusals.watching) context.refusals.numberOf(candidate);
    context.masking.begin(candidate);
    try {
      result.rows.push(rowOf(checkedRow(candidate, kind)));
      result.candidates.push(keptOf(candidate));
    } catch (error) {
      if (!(error instanceof RefusedRowError)) throw error;
      result.refused.push(context.refusals.ofRead(candidate, error.problem));
    }
  }
  return result;
}

function checkedRow(candidate: Candidate, kind: IngestKind): CheckedRow {
  if (candidate.checked !== undefined) return candidate.checked();
  if (candidate.problem !== undefined) throw new RefusedRowError(candidate.problem);
  return kind.check(candidate.value);
}

/** A batch without some of its rows, whether they may be stored or not. */
export function without(batch: NormalisedBatch, isLeftOut: (candidate: KeptCandidate) => boolean): NormalisedBatch {
  const kept = batch.candidates.flatMap((candidate, index) => (isLeftOut(candidate) ? [] : [index]));
  if (kept.length === batch.candidates.length && !batch.refused.some(({ candidate }) => isLeftOut(candidate))) {
    return batch;
  }
  return {
    rows: kept.map((index) => batch.rows[index] as NormalRow),
    candidates: kept.map((index) => batch.candidates[index] as NormalisedBatch['candidates'][number]),
    refused: batch.refused.filter(({ candidate }) => !isLeftOut(candidate)),
  };
}
