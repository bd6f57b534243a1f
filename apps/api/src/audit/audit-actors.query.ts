import type { ActorKind } from '#contracts/audit.dto.ts';
import type { Transaction } from '../database/database.ts';

const ACTORS = `select distinct on (e.actor_id) e.actor_id as id, e.actor_kind as kind, e.actor_name as name, e.at as "lastAt"
from audit_event e where e.organisation_id = $1 and e.actor_id is not null and ($2::uuid is null or e.actor_id = $2)
order by e.actor_id, e.at desc`;

export interface FoundActor {
  id: string;
  kind: ActorKind;
  name: string;
  lastAt: Date;
}

/** The accounts and keys that have acted, or the one that is asked for, by the name each had last. */
export function auditActors({ query, scope }: Transaction, id: string | null = null): Promise<FoundActor[]> {
  return query<FoundActor>(ACTORS, [scope.organisationId, id]);
}
