import { naturalId } from '../../facts/natural-key.ts';
import { type Candidate, keptOf } from '../rows/candidate.ts';
import type { NormalisedBatch } from '../rows/normalise-batch.ts';
import type { ImportContext } from '../rows/normaliser.ts';

/** The rows that a source takes back, by the ids it gave them; one without an id cannot be found. */
export function retractionsOf(candidates: readonly Candidate[], context: ImportContext): NormalisedBatch {
  const result: NormalisedBatch = { rows: [], candidates: [], refused: [] };
  for (const candidate of candidates) {
    const { externalId } = candidate.value;
    if (candidate.problem !== undefined || typeof externalId !== 'string' || externalId.trim() === '') {
      result.refused.push(context.refusals.of(candidate, candidate.problem ?? WITHOUT_ID));
    } else {
      result.rows.push({ id: naturalId(context.sourceId, externalId.trim()) });
      result.candidates.push(keptOf(candidate));
    }
  }
  return result;
}

const WITHOUT_ID = {
  field: 'externalId',
  code: 'required',
  message: 'A row that is taken back is found by its externalId: send the one it came with.',
};
