import { BadRequestException } from '@nestjs/common';
import type { LogComplaintDto } from '#contracts/log-complaint.dto.ts';
import { audit } from '../audit/audit.ts';
import type { Transaction } from '../database/database.ts';
import type { Scope } from '../database/scope.ts';
import type { ComplaintFact } from '../facts/complaint-row.ts';
import { complaintWriter } from '../facts/complaint-writer.ts';
import { ensureSource, OWN_SOURCE } from '../facts/source.ts';
import { RefusedRowError } from '../ingest/rows/candidate.ts';
import { INGEST_KINDS } from '../ingest/rows/ingest-kinds.ts';
import { complaintOf } from '../ingest/kinds/complaint.ts';
import { maskedIn } from '../ingest/masking/row-masking.ts';
import { maskingOf } from '../ingest/masking/source-masking.query.ts';
import { ImportContext } from '../ingest/rows/normaliser.ts';
import { maskedDetail } from './masked-detail.ts';
import { type Directory, loadDirectory } from '../organisation/directory.ts';

/** Stores a complaint somebody took down, by the rules of every other complaint, and tells its number. */
export async function logComplaint(transaction: Transaction, logged: LogComplaintDto, now: number): Promise<number> {
  const directory = await loadDirectory(transaction);
  if (directory === null) throw new BadRequestException('No organisation has been set up yet.');
  const { requestId, receivedAt = new Date(now).toISOString(), ...said } = logged;
  checkDepartment(said.department, directory, transaction.scope);
  const sourceId = await ensureSource(transaction, OWN_SOURCE);
  const row = { ...said, receivedAt, externalId: requestId };
  const context = new ImportContext(directory, sourceId, now, await maskingOf(transaction, OWN_SOURCE));
  context.masking.begin(row);
  const complaint = factOf(row, context);
  const { accepted } = await complaintWriter.write(transaction, [complaint], { expectNew: true });
  const number = await numberOf(transaction, complaint.id);
  if (accepted > 0) {
    audit(transaction, {
      action: 'complaint.logged',
      subject: { kind: 'complaint', id: String(number) },
      records: [complaint.id],
      details: maskedDetail(maskedIn(row)),
    });
  }
  return number;
}

/** A department out of sight is answered like one that does not exist. */
function checkDepartment(code: string, { departments }: Directory, { departmentIds }: Scope): void {
  const own = departments.filter(({ id }) => departmentIds === 'all' || departmentIds.includes(id));
  if (own.some((department) => department.code === code)) return;
  throw new BadRequestException(`department must be one of: ${own.map((department) => department.code).join(', ')}`);
}

function factOf(row: Record<string, unknown>, context: ImportContext): ComplaintFact {
  try {
    const complaint = complaintOf(INGEST_KINDS.complaints.check(row), context);
    if (complaint.narrative === null) throw new BadRequestException('narrative must tell what the patient said');
    return complaint;
  } catch (error) {
    if (error instanceof RefusedRowError) throw new BadRequestException(error.problem.message);
    throw error;
  }
}

async function numberOf({ query, scope }: Transaction, id: string): Promise<number> {
  const [row] = await query<{ number: number }>('select number from complaint where organisation_id = $1 and id = $2', [
    scope.organisationId,
    id,
  ]);
  if (row === undefined) throw new Error('a complaint just logged cannot be found');
  return row.number;
}
