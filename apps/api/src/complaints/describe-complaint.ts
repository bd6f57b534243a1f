import type { ComplaintDto, ComplaintEventDto } from '#contracts/complaints.dto.ts';
import { UNDETERMINED_LANGUAGE } from '#domain/language.ts';
import type { Transaction } from '../database/database.ts';
import { stageOf } from '../facts/stored-complaint.ts';
import { findComplaint } from './complaint-detail.query.ts';
import { type HistoryRow, historyOf } from './complaint-history.query.ts';
import { organisationDay } from './organisation-day.ts';
import { complaintSummary } from './complaint-summary.ts';

/** A complaint with all that happened to it; undefined for a number nobody knows. */
export async function describeComplaint(
  transaction: Transaction,
  number: number,
  now: number,
): Promise<ComplaintDto | undefined> {
  const row = await findComplaint(transaction, number);
  if (row === undefined) return undefined;
  const { today, calendar } = await organisationDay(transaction, now);
  const receipt = {
    id: row.id,
    happenedAt: row.receivedAt.toISOString(),
    stage: 'received',
    note: null,
    actor: null,
  } as const;
  return {
    ...complaintSummary(row, today, calendar),
    id: row.id,
    narrative: row.narrative,
    language: row.language === UNDETERMINED_LANGUAGE ? null : row.language,
    source: row.source,
    acknowledgeDueOn: row.acknowledgeDueOn,
    answerDueOn: row.answerDueOn,
    history: [receipt, ...(await historyOf(transaction, row.id)).map(toEvent)],
    version: row.version,
  };
}

const toEvent = ({ id, happenedAt, stage, note, actor }: HistoryRow): ComplaintEventDto => ({
  id,
  happenedAt: happenedAt.toISOString(),
  stage: stageOf(stage),
  note,
  actor,
});
