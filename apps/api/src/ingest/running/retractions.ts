import { naturalId } from '../../facts/natural-key.ts';
import { type Candidate, keptOf } from '../rows/candidate.ts';
import type { NormalisedBatch } from '../rows/normalise-batch.ts';
import type { VisitMerge } from './merged-visits.ts';
import type { ImportContext } from '../rows/normaliser.ts';

/** The rows that a source takes back, by the ids it gave them; one without an id cannot be found. */
export function retractionsOf(candidates: readonly Candidate[], context: ImportContext): NormalisedBatch {
  const result: NormalisedBatch = { rows: [], candidates: [], refused: [] };
  for (const candidate of candidates) {
    const { externalId } = candidate.value;
    if (candidate.problem !== undefined || typeof externalId !== 'string' || externalId.trim() === '') {
      result.refused.push(context.refusals.of(candidate, candidate.problem ?? WITHOUT_ID));
    } else {
      const id = naturalId(context.sourceId, externalId.trim());
      const merge = mergeOf(id, candidate, context);
      result.rows.push({ id, ...(merge && { merge }) });
      result.candidates.push(keptOf(candidate));
    }
  }
  return result;
}

/** The two visits that the candidate says are one; undefined where it says nothing of the kind. */
function mergeOf(retiredId: string, { value, mergedInto }: Candidate, context: ImportContext): VisitMerge | undefined {
  const retired = typeof value.visit === 'string' ? context.pseudonym({ visit: value.visit }) : null;
  if (mergedInto === undefined || retired === null) return undefined;
  const surviving = context.pseudonym({ visit: mergedInto.visit }) ?? retired;
  return { retired, surviving, retiredId, survivorId: naturalId(context.sourceId, mergedInto.externalId) };
}

const WITHOUT_ID = {
  field: 'externalId',
  code: 'required',
  message: 'A row that is taken back is found by its externalId: send the one it came with.',
} as const;
