import { dateInZone } from '#domain/date-in-zone.ts';
import { audit } from '../audit/audit.ts';
import type { Database } from '../database/database.ts';
import type { Scope } from '../database/scope.ts';
import { sweep } from '../sign-in/sweep.query.ts';
import { forgetDeliveries } from '../webhooks/delivery-record.ts';
import { forgetPastUndoing, UNDO_DAYS } from './past-undoing.query.ts';
import { QUARANTINE_PAST_ITS_TIME, WORDS_PAST_THEIR_TIME } from './words-past-their-time.query.ts';

/** How many of each were taken away. */
export type Tidied = Record<'quarantined' | 'comments' | 'review-texts' | 'complaints' | 'complaint-notes', number>;

const NOTHING: Tidied = { quarantined: 0, comments: 0, 'review-texts': 0, complaints: 0, 'complaint-notes': 0 };
const ROWS_AT_ONCE = 5_000;
const DAY_MS = 86_400_000;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

interface KeepingRules {
  quarantineDays: number | null;
  wordsDays: number | null;
  timeZone: string;
  tidiedOn: string | null;
}

/**
 * Takes away what an organisation has said it keeps no longer: refused rows, and what patients and staff wrote. No count
 * changes, and a row that is sent again as it was does not bring its words back. It goes in small steps, each of them on
 * the trail with its count; several may do it at once, and one that broke off is simply begun again.
 */
export async function tidy(database: Database, scope: Scope, now: number): Promise<Tidied> {
  const rules = await rulesOf(database, scope);
  const tidied = { ...NOTHING };
  if (rules === undefined) return tidied;
  const { quarantineDays, wordsDays, timeZone } = rules;
  if (quarantineDays !== null) {
    tidied.quarantined = await stepByStep(
      database,
      scope,
      now,
      'quarantined',
      quarantineDays,
      QUARANTINE_PAST_ITS_TIME,
    );
  }
  if (wordsDays !== null) {
    for (const { what, sql } of WORDS_PAST_THEIR_TIME) {
      tidied[what] = await stepByStep(database, scope, now, what, wordsDays, sql);
    }
  }
  await database.inScope(scope, async (transaction) => {
    await sweep(transaction, now);
    await forgetDeliveries(transaction, now);
    const wordsBefore = wordsDays === null ? null : new Date(now - wordsDays * DAY_MS);
    await forgetPastUndoing(transaction, new Date(now - UNDO_DAYS * DAY_MS), wordsBefore);
    await transaction.query('update organisation set tidied_on = $2 where organisation_id = $1', [
      ...[scope.organisationId, dateInZone(now, timeZone)],
    ]);
  });
  return tidied;
}

/** True until it was done on this date of the organisation’s calendar. */
export async function tidyIsDue(database: Database, scope: Scope, now: number): Promise<boolean> {
  const rules = await rulesOf(database, scope);
  return rules !== undefined && rules.tidiedOn !== dateInZone(now, rules.timeZone);
}

async function rulesOf(database: Database, scope: Scope): Promise<KeepingRules | undefined> {
  const [rules] = await database.inScope(scope, ({ query }) =>
    query<KeepingRules>(
      `select quarantine_days as "quarantineDays", words_days as "wordsDays", time_zone as "timeZone",
         tidied_on::text as "tidiedOn" from organisation where organisation_id = $1`,
      [scope.organisationId],
    ),
  );
  return rules;
}

async function stepByStep(
  database: Database,
  scope: Scope,
  now: number,
  what: keyof Tidied,
  days: number,
  sql: string,
): Promise<number> {
  const before = new Date(now - days * DAY_MS).toISOString();
  let total = 0;
  let after: string | null = BEFORE_ALL;
  while (after !== null) {
    const step: Step = await nextStep(database, scope, sql, [before, after], { what, olderThanDays: days });
    total += step.rows;
    after = step.rows < ROWS_AT_ONCE ? null : step.last;
  }
  return total;
}

interface Step {
  rows: number;
  last: string | null;
}

function nextStep(
  database: Database,
  scope: Scope,
  sql: string,
  values: readonly string[],
  said: { what: keyof Tidied; olderThanDays: number },
): Promise<Step> {
  return database.inScope(scope, async (transaction) => {
    const [step = { rows: 0, last: null }] = await transaction.query<Step>(sql, [
      scope.organisationId,
      ...values,
      ROWS_AT_ONCE,
    ]);
    const { rows } = step;
    if (rows > 0) audit(transaction, { action: 'retention.applied', details: { ...said, rows } });
    return step;
  });
}
