import type { RecordDto, RecordsQueryDto } from '#contracts/records.dto.ts';
import { audit } from '../audit/audit.ts';
import type { Transaction } from '../database/database.ts';
import type { FactRow } from './fact-list.ts';

/** Whether records are shown on a page, or taken along in a file. */
export type Purpose = 'read' | 'exported';

/** A record as it was found, beside how it was told. */
export interface ToldRecord {
  row: FactRow & { complaintId?: string };
  told: RecordDto;
}

/** Puts down whose words a page of records showed, and by which filters; a closing stands for its complaint. */
export function auditRecords(
  transaction: Transaction,
  asked: RecordsQueryDto,
  purpose: Purpose,
  records: readonly ToldRecord[],
): void {
  const { metric, from, to, where, withWords } = asked;
  const shown = records.filter(({ told: { words, title, reply } }) => (words ?? title ?? reply) !== null);
  audit(transaction, {
    action: `records.${purpose}`,
    records: [...new Set(shown.map(({ row }) => row.complaintId ?? row.id))],
    details: { metric, from, to, where, withWords, listed: records.length },
  });
}
