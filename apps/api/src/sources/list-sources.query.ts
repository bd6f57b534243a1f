import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import type { Transaction } from '../database/database.ts';

/** A source with what has come from it and the keys it was given, as stored. */
export interface StoredSource {
  id: string;
  code: string;
  name: string;
  kinds: FactKind[];
  lastDeliveryAt: string | null;
  rows: number;
  quarantined: number;
  keys: StoredKey[];
}

export interface StoredKey {
  id: string;
  name: string;
  hint: string;
  createdAt: string;
  createdBy: string;
  expiresAt: string | null;
  revokedAt: string | null;
  lastUsedAt: string | null;
}

const LIST_SQL = `
select s.id, s.code, s.name, coalesce(i.kinds, '{}') as kinds, i.last_delivery_at as "lastDeliveryAt",
  coalesce(i.rows, 0)::int as rows, coalesce(q.rows, 0)::int as quarantined, coalesce(k.keys, '[]') as keys
from source s
left join (
  select source_id, array_agg(distinct kind order by kind) as kinds, sum(accepted) as rows, max(started_at) as last_delivery_at
  from import where organisation_id = $1 and not dry_run
  group by source_id
) i on i.source_id = s.id
left join (
  select source_id, count(*) as rows from quarantine where organisation_id = $1 and state = 'open' group by source_id
) q on q.source_id = s.id
left join (
  select source_id, json_agg(json_build_object('id', id, 'name', name, 'hint', hint, 'createdAt', created_at,
    'createdBy', created_by, 'expiresAt', expires_at, 'revokedAt', revoked_at, 'lastUsedAt', last_used_at)
    order by created_at desc, id) as keys
  from machine_key where organisation_id = $1 group by source_id
) k on k.source_id = s.id
where s.organisation_id = $1 and ($2::text is null or s.code = $2)
order by s.code`;

/** Every source, or the one of a code. */
export function listSources({ query, scope }: Transaction, code: string | null = null): Promise<StoredSource[]> {
  return query<StoredSource>(LIST_SQL, [scope.organisationId, code]);
}
