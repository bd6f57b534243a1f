import type { RedriveDto } from '#contracts/quarantine.dto.ts';
import type { Transaction } from '../../database/database.ts';

/** What has ended is told of for so long, so that whoever left meanwhile finds out what became of it. */
const TOLD_MINUTES = 60;
const MOST = 20;

interface StoredRedrive extends Omit<RedriveDto, 'done' | 'startedAt' | 'finishedAt'> {
  startedAt: Date;
  finishedAt: Date | null;
}

const SELECT = `select i.id as import, s.code as source, i.kind, coalesce((i.options ->> 'rows')::int, i.read) as rows,
  i.state, i.stop_asked as stopping,
  i.accepted, i.updated, i.unchanged, i.quarantined, i.failure, i.started_by as "startedBy",
  i.started_at as "startedAt", i.finished_at as "finishedAt"
from import i join source s on s.organisation_id = i.organisation_id and s.id = i.source_id
where i.organisation_id = $1::uuid and i.way = 'redrive'`;

/** What drives rows in again just now, and what has ended lately; the latest first. */
export async function latestRedrives({ query, scope }: Transaction, now: Date): Promise<RedriveDto[]> {
  const found = await query<StoredRedrive>(
    `${SELECT} and (i.state in ('waiting', 'running') or i.finished_at > $2)
     order by i.started_at desc, i.id limit ${MOST}`,
    [scope.organisationId, new Date(now.getTime() - TOLD_MINUTES * 60_000)],
  );
  return found.map(told);
}

/** How these get on, in their order. */
export async function redrivesOf({ query, scope }: Transaction, ids: readonly string[]): Promise<RedriveDto[]> {
  const found = await query<StoredRedrive>(
    `${SELECT} and i.id = any ($2::uuid[]) order by array_position($2::uuid[], i.id)`,
    [scope.organisationId, ids],
  );
  return found.map(told);
}

const STOP_SQL = `update import set stop_asked = true,
  state = case when state = 'waiting' then 'stopped' else state end,
  finished_at = case when state = 'waiting' then $3 else finished_at end,
  options = case when state = 'waiting' then options - 'redrive' else options end
where organisation_id = $1::uuid and id = $2::uuid and way = 'redrive' and state in ('waiting', 'running')`;

/** Asks one to end. What waits for its turn ends at once; what has ended stays as it is. */
export async function stopRedrive({ query, scope }: Transaction, id: string, at: Date): Promise<void> {
  await query(STOP_SQL, [scope.organisationId, id, at]);
}

const told = ({ startedAt, finishedAt, ...same }: StoredRedrive): RedriveDto => ({
  ...same,
  done: !['waiting', 'running'].includes(same.state),
  startedAt: startedAt.toISOString(),
  finishedAt: finishedAt?.toISOString() ?? null,
});
