import { createHash, randomUUID } from 'node:crypto';
import type { WebhookAnswerDto } from '#contracts/webhooks.dto.ts';
import type { Transaction } from '../database/database.ts';

/** What became of the rows of a delivery. */
export type DeliveryCounts = Omit<WebhookAnswerDto, 'state'>;

/** A delivery as it is remembered, so that the same one again is known. */
export interface DeliveryRecord {
  /** The import its rows are of; begun again, that goes on where it was. */
  importId: string;
  /** True where the same id came with another body. */
  otherBody: boolean;
  /** What became of it, once all of it was taken in. */
  taken: DeliveryCounts | null;
}

export const hashOf = (text: string | Buffer): Buffer => createHash('sha256').update(text).digest();

const REMEMBER = `insert into webhook_delivery (organisation_id, webhook_id, message_hash, body_hash, import_id, received_at)
values ($1, $2, $3, $4, $5, $6) on conflict do nothing`;

const FIND = `select import_id as "importId", body_hash <> $4 as "otherBody",
  case when taken_at is not null then json_build_object('read', read, 'accepted', accepted, 'updated', updated,
    'unchanged', unchanged, 'quarantined', quarantined) end as taken
from webhook_delivery where organisation_id = $1 and webhook_id = $2 and message_hash = $3`;

/** Remembers a delivery before any of its rows goes in; one that came before is found as it was. */
export async function rememberDelivery(
  { query, scope }: Transaction,
  { webhookId, messageHash, body, at }: { webhookId: string; messageHash: Buffer; body: Buffer; at: Date },
): Promise<DeliveryRecord> {
  const key = [scope.organisationId, webhookId, messageHash, hashOf(body)];
  await query(REMEMBER, [...key, randomUUID(), at]);
  const [found] = await query<DeliveryRecord>(FIND, key);
  if (found === undefined) throw new Error('a delivery just remembered cannot be found');
  return found;
}

const TAKEN = `update webhook_delivery set taken_at = $4, read = $5, accepted = $6, updated = $7, unchanged = $8,
  quarantined = $9 where organisation_id = $1 and webhook_id = $2 and message_hash = $3 and taken_at is null
returning import_id`;

/** Remembers that all of a delivery was taken in; false where it already was. */
export async function closeDelivery(
  { query, scope }: Transaction,
  { webhookId, messageHash, at }: { webhookId: string; messageHash: Buffer; at: Date },
  { read, accepted, updated, unchanged, quarantined }: DeliveryCounts,
): Promise<boolean> {
  const closed = await query(TAKEN, [
    ...[scope.organisationId, webhookId, messageHash, at],
    ...[read, accepted, updated, unchanged, quarantined],
  ]);
  return closed.length === 1;
}

/** Forgets a delivery of which nothing could be taken in: its sender may mend it and send it again. */
export async function forgetDelivery(
  { query, scope }: Transaction,
  { webhookId, messageHash }: { webhookId: string; messageHash: Buffer },
): Promise<void> {
  await query(
    `delete from webhook_delivery
     where organisation_id = $1 and webhook_id = $2 and message_hash = $3 and taken_at is null`,
    [scope.organisationId, webhookId, messageHash],
  );
}

/** So long deliveries are remembered: no sender goes on sending the same one again for longer. */
const REMEMBERED_DAYS = 14;

/** Forgets deliveries that nobody sends again any more; signed so long ago, they would be refused anyway. */
export async function forgetDeliveries({ query, scope }: Transaction, now: number): Promise<void> {
  await query('delete from webhook_delivery where organisation_id = $1 and received_at < $2', [
    scope.organisationId,
    new Date(now - REMEMBERED_DAYS * 86_400_000),
  ]);
}
