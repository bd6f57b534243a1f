import { DEFAULT_MASKING, type SourceMasking } from '#domain/masking.ts';
import type { Transaction } from '../../database/database.ts';

const MASKING_SQL = `select masked_in_feedback as feedback, masked_in_complaints as complaints,
  hospital_numbers as "hospitalNumbers"
from source where organisation_id = $1::uuid and code = $2`;

/** What is masked in the words of a source; what is usual for one that nothing has come from. */
export async function maskingOf({ query, scope }: Transaction, source: string): Promise<SourceMasking> {
  const [masking] = await query<SourceMasking>(MASKING_SQL, [scope.organisationId, source]);
  return masking ?? DEFAULT_MASKING;
}
