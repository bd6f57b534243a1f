import type { WebhookDto } from '#contracts/webhooks.dto.ts';
import type { Transaction } from '../database/database.ts';
import { webhookPath } from './webhook-address.ts';

type Stored = Omit<WebhookDto, 'path'>;

const instant = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const LIST_SQL = `
select w.id, w.name, w.scheme, w.format, w.kind, w.hint, ${instant('w.secret_at')} as "secretAt",
  case when w.former_until > $3 then ${instant('w.former_until')} end as "formerUntil", w.paused,
  ${instant('w.created_at')} as "createdAt", w.created_by as "createdBy", w.failures,
  coalesce(d.deliveries, '[]') as deliveries
from webhook w
left join lateral (
  select json_agg(json_build_object('receivedAt', ${instant('l.received_at')}, 'taken', l.taken_at is not null,
    'read', l.read, 'accepted', l.accepted, 'updated', l.updated, 'unchanged', l.unchanged,
    'quarantined', l.quarantined) order by l.received_at desc) as deliveries
  from (
    select * from webhook_delivery v where v.organisation_id = w.organisation_id and v.webhook_id = w.id
    order by v.received_at desc limit 5
  ) l
) d on true
where w.organisation_id = $1 and w.source_id = $2
order by w.created_at, w.id`;

/** The webhooks of a source with what was last delivered to them and what was last turned away. */
export async function listWebhooks(
  { query, scope: { organisationId } }: Transaction,
  sourceId: string,
  now: number,
): Promise<WebhookDto[]> {
  const stored = await query<Stored>(LIST_SQL, [organisationId, sourceId, new Date(now)]);
  return stored.map((webhook) => ({ ...webhook, path: webhookPath({ organisationId, id: webhook.id }) }));
}
