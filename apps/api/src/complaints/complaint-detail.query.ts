import type { Transaction } from '../database/database.ts';
import { SUMMARY_JOINS_SQL, SUMMARY_SQL, type SummaryRow } from './complaint-summary.ts';

const DETAIL_SQL = `select ${SUMMARY_SQL}, c.id, c.narrative, c.language, c.version, s.code as source
from complaint c ${SUMMARY_JOINS_SQL}
  join source s on s.organisation_id = c.organisation_id and s.id = c.source_id
where c.organisation_id = $1::uuid and c.number = $2::int`;

export interface DetailRow extends SummaryRow {
  id: string;
  narrative: string | null;
  language: string;
  version: number;
  source: string;
}

/** One complaint by its number; undefined for a number not given, or outside of what the caller may see. */
export async function findComplaint({ query, scope }: Transaction, number: number): Promise<DetailRow | undefined> {
  const [row] = await query<DetailRow>(DETAIL_SQL, [scope.organisationId, number]);
  return row;
}
