import { randomUUID } from 'node:crypto';
import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import type { Mapping } from '../../ingest/mapping/mapping.ts';
import type { Transaction } from '../../database/database.ts';
import type { AskedRows } from './asked-entries.query.ts';

/** What an import that drives rows in again is asked to do; kept with it, so that it goes on where it was. */
export interface RedriveTask {
  entries: readonly string[];
  over?: Mapping;
}

const OPEN_SQL = `insert into import (organisation_id, id, source_id, kind, started_at, way, state, started_by, started_by_id,
  options)
values ($1::uuid, $2::uuid, $3::uuid, $4, $5, 'redrive', 'waiting', $6, $7::uuid, $8::jsonb)`;

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
    JSON.stringify({ rows: ids.length, redrive: task }),
  ]);
  return importId;
}

/** An import that drives rows in again, as asked. */
export interface OpenedRedrive {
  kind: FactKind;
  source: string;
  task: RedriveTask;
}

const FIND_SQL = `select i.kind, s.code as source, i.options -> 'redrive' as task
from import i join source s on s.organisation_id = i.organisation_id and s.id = i.source_id
where i.organisation_id = $1::uuid and i.id = $2::uuid and i.way = 'redrive'`;

export async function findRedrive({ query, scope }: Transaction, importId: string): Promise<OpenedRedrive> {
  const [found] = await query<OpenedRedrive>(FIND_SQL, [scope.organisationId, importId]);
  if (found === undefined) throw new Error('there is no such import that drives rows in again');
  return found;
}

const END_SQL = `update import set failure = $3, options = options - 'redrive', held_until = null
where organisation_id = $1::uuid and id = $2::uuid`;

/** Lets go of what it was asked, and keeps how many rows that were. */
export async function endRedrive(
  { query, scope }: Transaction,
  importId: string,
  failure: string | null,
): Promise<void> {
  await query(END_SQL, [scope.organisationId, importId, failure]);
}
