import type { ComplaintDto } from '#contracts/complaints.dto.ts';
import type { ComplaintsSearchDto } from '#contracts/complaints-query.dto.ts';
import { audit } from '../audit/audit.ts';
import type { Transaction } from '../database/database.ts';

/** Puts down which complaints a page of the queue showed, by which filters; their titles are patients' words. */
export function auditListed(transaction: Transaction, query: ComplaintsSearchDto, ids: readonly string[]): void {
  if (ids.length === 0) return;
  const { view, stage, site, department, touchpoint, channel, q } = query;
  // What was searched for stays out: it may be a patient's words.
  const filter = { view, stage, site, department, touchpoint, channel, ...(q?.trim() && { searched: true }) };
  audit(transaction, { action: 'complaint.listed', records: ids, details: { ...filter, listed: ids.length } });
}

/** Puts down that somebody opened a complaint. */
export function auditRead(transaction: Transaction, { id, number }: ComplaintDto): void {
  audit(transaction, { action: 'complaint.read', subject: { kind: 'complaint', id: String(number) }, records: [id] });
}
