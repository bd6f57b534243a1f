import type { WebhookFault } from '#contracts/webhook-scheme.ts';
import { audit } from '../audit/audit.ts';
import type { Transaction } from '../database/database.ts';
import type { KnownWebhook } from './webhook-finder.ts';

/** What is kept of a delivery that was turned away. */
export interface TurnedAway {
  at: string;
  fault: WebhookFault;
  message: string | null;
}

/** So many are shown; the trail counts them all. */
const KEPT = 5;
/** How often the trail hears of deliveries turned away: whoever sends thousands shall not fill it. */
const TOLD_EVERY_MS = 60_000;

const KEEP = `
update webhook set turned_away = turned_away + 1,
  failures = (select coalesce(jsonb_agg(f order by n), '[]') from (
    select f, n from jsonb_array_elements(jsonb_build_array($3::jsonb) || failures) with ordinality as x(f, n) limit ${KEPT}
  ) newest)
where organisation_id = $1 and id = $2
returning turned_away as count, coalesce(told_at < $4, true) as due`;

/** Keeps why a delivery was turned away, for those who look after the source, and puts it on the trail once a minute. */
export async function keepTurnedAway(
  transaction: Transaction,
  webhook: KnownWebhook,
  fault: WebhookFault,
  message: string | null,
  now: number,
): Promise<void> {
  const { query, scope } = transaction;
  const key = [scope.organisationId, webhook.id];
  const failure: TurnedAway = { at: new Date(now).toISOString(), fault, message };
  const [kept] = await query<{ count: number; due: boolean }>(KEEP, [
    ...[...key, JSON.stringify(failure), new Date(now - TOLD_EVERY_MS)],
  ]);
  if (kept === undefined || !kept.due) return;
  await query('update webhook set turned_away = 0, told_at = $3 where organisation_id = $1 and id = $2', [
    ...[...key, new Date(now)],
  ]);
  audit(transaction, {
    action: 'webhook.turned-away',
    subject: { kind: 'source', id: webhook.sourceCode },
    details: { webhook: webhook.id, name: webhook.name, fault, deliveries: kept.count },
  });
}
