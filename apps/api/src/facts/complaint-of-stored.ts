import type { ComplaintFact } from './complaint-row.ts';
import type { StoredRow } from './fact-writer.ts';

/** The complaint as it was received, from a row of its table; how it went since is told by its events. */
export function complaintOfStored(row: StoredRow): ComplaintFact {
  const text = (column: string): string => row[column] as string;
  const number = (column: string): number => row[column] as number;
  return {
    id: row.id,
    sourceId: text('source_id'),
    departmentId: text('department_id'),
    contentHash: BigInt(text('content_hash')),
    externalId: text('external_id'),
    receivedAt: Date.parse(text('received_at')),
    receivedOn: text('received_on'),
    channel: number('channel'),
    language: text('language'),
    title: row.title as string | null,
    narrative: row.narrative as string | null,
    subjects: row.subjects as number[],
    severity: number('severity'),
    touchpoint: number('touchpoint'),
    visitPseudonym: row.visit_pseudonym as string | null,
  };
}
