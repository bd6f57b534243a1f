import type { Transaction } from '../database/database.ts';

/** At one instant in the order of the stages, notes first: as libs/domain/complaint-history.ts reads them. */
const HISTORY_SQL = `select e.id, e.happened_at as "happenedAt", e.stage, e.note, e.actor from complaint_event e
where e.organisation_id = $1::uuid and e.complaint_id = $2::uuid order by e.happened_at, e.stage, e.id`;

export interface HistoryRow {
  id: string;
  happenedAt: Date;
  stage: number;
  note: string | null;
  actor: string | null;
}

/** What happened to a complaint after its receipt, oldest first. */
export function historyOf({ query, scope }: Transaction, complaintId: string): Promise<HistoryRow[]> {
  return query<HistoryRow>(HISTORY_SQL, [scope.organisationId, complaintId]);
}
