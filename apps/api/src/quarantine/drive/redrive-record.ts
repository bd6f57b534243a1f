import { randomUUID } from 'node:crypto';
import type { Mapping } from '../../ingest/mapping/mapping.ts';
import type { Transaction } from '../../database/database.ts';
import type { RedriveDto } from '#contracts/quarantine.dto.ts';
import type { AskedRows } from './asked-entries.query.ts';

/** What an import that drives rows in again is asked to do; kept with it, so that it goes on where it was. */
export interface RedriveTask {
  entries: readonly string[];
  over?: Mapping;
}

const OPEN_SQL = `insert into import (organisation_id, id, source_id, kind, started_at, way, state, started_by, started_by_id,
  options)
values ($1::uuid, $2::uuid, $3::uuid, $4, $5, 'redrive', 'running', $6, $7::uuid, $8::jsonb)`;

/** Opens the record of an import that drives rows in again; tells its id. */
export async function openRedrive(
  { query, scope }: Transaction,
  { sourceId, kind, ids }: AskedRows,
  over: Mapping | undefined,
  at: Date,
): Promise<string> {
  const importId = randomUUID();
  const task: RedriveTask = { entries: ids, ...(over && { over }) };
  const { kind: by, id, name } = scope.actor ?? { kind: 'system', id: null, name: null };
  await query(OPEN_SQL, [
    ...[scope.organisationId, importId, sourceId, kind, at, name],
    by === 'person' ? id : null,
    JSON.stringify({ redrive: task }),
  ]);
  return importId;
}

/** An import that drives rows in again, as asked. */
export interface OpenedRedrive extends Pick<RedriveDto, 'kind' | 'source'> {
  sourceId: string;
  task: RedriveTask;
}

const FIND_SQL = `select i.kind, i.source_id as "sourceId", s.code as source, i.options -> 'redrive' as task
from import i join source s on s.organisation_id = i.organisation_id and s.id = i.source_id
where i.organisation_id = $1::uuid and i.id = $2::uuid and i.way = 'redrive'`;

export async function findRedrive({ query, scope }: Transaction, importId: string): Promise<OpenedRedrive | undefined> {
  const [found] = await query<OpenedRedrive>(FIND_SQL, [scope.organisationId, importId]);
  return found;
}

const END_SQL = `update import set state = $3, failure = $4, options = null
where organisation_id = $1::uuid and id = $2::uuid`;

export async function endRedrive(
  { query, scope }: Transaction,
  importId: string,
  state: 'done' | 'failed',
  failure: string | null = null,
): Promise<void> {
  await query(END_SQL, [scope.organisationId, importId, state, failure]);
}
