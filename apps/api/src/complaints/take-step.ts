import { BadRequestException, ConflictException, NotFoundException } from '@nestjs/common';
import type { ComplaintStepDto } from '#contracts/complaints.dto.ts';
import { STAGES } from '#domain/complaint-stage.ts';
import { audit } from '../audit/audit.ts';
import type { Transaction } from '../database/database.ts';
import { storedHashes } from '../facts/complaint-event-sql.ts';
import { complaintEventWriter } from '../facts/complaint-event-writer.ts';
import { contentHash, naturalId } from '../facts/natural-key.ts';
import { ensureSource, OWN_SOURCE } from '../facts/source.ts';
import { maskedIn, RowMasking } from '../ingest/masking/row-masking.ts';
import { maskingOf } from '../ingest/masking/source-masking.query.ts';
import { maskedDetail } from './masked-detail.ts';
import { lockStepTarget } from './step-target.query.ts';

export interface TakenStep {
  number: number;
  step: ComplaintStepDto;
  /** Names this step, so that a transaction run again after a lost connection does not take it twice. */
  stepId: string;
  now: number;
}

/** Stores a step as an event of the complaint, after everything that has happened to it so far. */
export async function takeStep(transaction: Transaction, { number, step, stepId, now }: TakenStep): Promise<void> {
  const masking = new RowMasking(await maskingOf(transaction, OWN_SOURCE));
  masking.begin(step);
  const note = masking.complaint(step.note ?? '');
  if (step.stage === undefined && note === null) throw new BadRequestException('note must say what was done');
  const complaint = await lockStepTarget(transaction, number);
  if (complaint === undefined) throw unknownComplaint(number);
  const sourceId = await ensureSource(transaction, OWN_SOURCE);
  const id = naturalId(sourceId, stepId);
  if ((await storedHashes(transaction, [id])).has(id)) return;
  if (step.version !== undefined && step.version !== complaint.version) {
    throw new ConflictException(
      `Complaint C-${number} has changed since you read it (version ${step.version}, now ${complaint.version}): read it again, then decide.`,
    );
  }
  const { actor } = transaction.scope;
  const event = {
    complaintId: complaint.id,
    happenedAt: Math.max(now, complaint.lastAt + 1),
    stage: step.stage === undefined ? 0 : (STAGES.numberOf(step.stage) ?? 0),
    note,
    actor: actor?.kind === 'person' ? actor.name : null,
  };
  const row = { id, externalId: stepId, sourceId, contentHash: contentHash(Object.values(event)), ...event };
  const { refused } = await complaintEventWriter(() => complaint.timeZone).write(transaction, [row]);
  const [refusal] = refused;
  if (refusal !== undefined) throw new BadRequestException(`stage: ${refusal.message}`);
  audit(transaction, {
    action: 'complaint.moved',
    subject: { kind: 'complaint', id: String(number) },
    records: [complaint.id],
    details: { to: step.stage ?? 'note', ...maskedDetail(maskedIn(step)) },
  });
}

export function unknownComplaint(number: number | string): NotFoundException {
  return new NotFoundException(`There is no complaint C-${number}.`);
}
