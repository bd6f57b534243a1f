import type { Transaction } from '../database/database.ts';

const CREATE_SQL = `insert into complaint_counter (organisation_id, next_number) values ($1::uuid, 1)
on conflict (organisation_id) do nothing`;

const LOCK_SQL = `select next_number as "nextNumber" from complaint_counter
where organisation_id = $1::uuid for update`;

const ADVANCE_SQL = `update complaint_counter set next_number = $2 where organisation_id = $1::uuid`;

/**
 * Numbers of complaints, without gaps left by failures. Whoever stores or corrects complaints takes this lock before
 * any other, so that they do so one after the other.
 */
export async function lockComplaintNumbers(transaction: Transaction): Promise<ComplaintNumbers> {
  const { organisationId } = transaction.scope;
  await transaction.query(CREATE_SQL, [organisationId]);
  const [counter] = await transaction.query<{ nextNumber: number }>(LOCK_SQL, [organisationId]);
  if (counter === undefined) throw new Error('the complaint counter vanished');
  let { nextNumber } = counter;
  return {
    take: () => nextNumber++,
    save: async () => {
      if (nextNumber !== counter.nextNumber) await transaction.query(ADVANCE_SQL, [organisationId, nextNumber]);
    },
  };
}

export interface ComplaintNumbers {
  take(): number;
  /** Remembers which numbers were taken. */
  save(): Promise<void>;
}
