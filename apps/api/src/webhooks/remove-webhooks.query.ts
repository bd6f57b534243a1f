import type { Transaction } from '../database/database.ts';

const DELIVERIES_SQL = `delete from webhook_delivery d using webhook w
where d.organisation_id = $1 and w.organisation_id = $1 and w.id = d.webhook_id and w.source_id = $2`;

/** Takes away the webhooks of a source with what was delivered to them; what came in stays. */
export async function removeWebhooks({ query, scope }: Transaction, sourceId: string): Promise<void> {
  await query(DELIVERIES_SQL, [scope.organisationId, sourceId]);
  await query('delete from webhook where organisation_id = $1 and source_id = $2', [scope.organisationId, sourceId]);
}
