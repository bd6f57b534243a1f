import { hash } from 'node:crypto';
import type { AuditSearchDto } from '#contracts/audit-query.dto.ts';
import type { Transaction } from '../database/database.ts';
import { audit } from './audit.ts';

/** For so long the later pages of a question belong to the reading that was put down with its first. */
const PAGES_WITHIN = '1 hour';

const ASKED_LATELY = `select exists (select from audit_event e where e.organisation_id = $1 and e.actor_id = $2
  and e.at > $3::timestamptz - interval '${PAGES_WITHIN}' and e.action = 'audit.read' and e.details = $4) as asked`;

/**
 * Puts down that the trail was read, by which question: once a question, not once a page. A later page counts as asked
 * only if the same person did ask the question, so that nobody reads unnoticed by beginning in the middle.
 */
export async function auditReading(transaction: Transaction, asked: AuditSearchDto, now: number): Promise<void> {
  const { from, to, actor, action, subjectKind, subject, record, q } = asked;
  const details = {
    from,
    to,
    actor,
    action,
    subjectKind,
    subject,
    record,
    ...(q?.trim() && { searched: mark(q.trim()) }),
  };
  if (asked.cursor !== undefined && (await askedLately(transaction, JSON.stringify(details), now))) return;
  audit(transaction, { action: 'audit.read', details });
}

/** What was typed to search for stays out, for it may be anybody's name: 16 bits tell two questions apart, and no more. */
const mark = (text: string): string => hash('sha256', text, 'hex').slice(0, 4);

async function askedLately({ query, scope }: Transaction, details: string, now: number): Promise<boolean> {
  const [found] = await query<{ asked: boolean }>(ASKED_LATELY, [
    ...[scope.organisationId, scope.actor?.id ?? null, new Date(now).toISOString(), details],
  ]);
  return found?.asked ?? false;
}
