import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import type { WayIn } from '#contracts/imports.dto.ts';
import type { IngestResultDto } from '#contracts/ingest/ingest-result.dto.ts';
import type { Transaction } from '../../database/database.ts';
import type { SourceMasking } from '#domain/masking.ts';
import { ensureSource, findSource } from '../../facts/source.ts';
import { maskingOf } from '../masking/source-masking.query.ts';
import { hasNameless } from '../quarantine/standing-entries.ts';
import { HOLD_SECONDS } from './kept-hold.ts';

/** Which rows are coming in: their kind, the source they are from, and the name of the file if it is one. */
export interface IngestTarget {
  kind: FactKind;
  source: string;
  name?: string;
  /** The way they come; from a machine over REST when left out. */
  way?: WayIn;
}

/** One sending, from its first row to its last. */
export interface ImportRecord {
  importId: string;
  sourceId: string;
  kind: FactKind;
  at: Date;
  /** What is masked in its words. */
  masking?: SourceMasking;
  /** Who has to be holding the import for a batch of it to be stored; anybody may when left out. */
  holder?: string;
  /** True where rows of this source without ids stand in quarantine, which may come again. */
  watches?: boolean;
}

const OPEN_SQL = `insert into import as i (organisation_id, id, source_id, kind, name, started_at, way, state, started_by,
  holder, held_until)
values ($1, $2, $3, $4, $5, $6, $7, 'running', $8, $9::uuid,
  case when $9::uuid is not null then clock_timestamp() + make_interval(secs => $10) end)
on conflict (organisation_id, id) do update set
  holder = case when i.held_until > clock_timestamp() then i.holder else excluded.holder end,
  held_until = excluded.held_until, state = case i.state when 'broken-off' then 'running' else i.state end,
  finished_at = case i.state when 'broken-off' then null else i.finished_at end
where excluded.holder is not null
returning holder`;

/**
 * Opens the record of an import; a source that nobody has named before is created. Opened again, it is the same one. It
 * is held by `holder`, or by whoever was at it before and still is; by nobody where it is all stored at once.
 */
export async function openImport(
  transaction: Transaction,
  importId: string,
  target: IngestTarget,
  at: Date,
  holder: string | null = null,
): Promise<ImportRecord> {
  const { query, scope } = transaction;
  const sourceId = await ensureSource(transaction, target.source);
  const [opened] = await query<{ holder: string | null }>(OPEN_SQL, [
    ...[scope.organisationId, importId, sourceId, target.kind, target.name ?? null, at, target.way ?? 'rest'],
    scope.actor?.kind === 'person' ? scope.actor.name : null,
    ...[holder, HOLD_SECONDS],
  ]);
  const masking = await maskingOf(transaction, target.source);
  return {
    ...{ importId, sourceId, kind: target.kind, at, masking, watches: await hasNameless(transaction, sourceId) },
    ...(opened?.holder != null && { holder: opened.holder }),
  };
}

/** What stands for the record of an import that stores nothing; a source that nobody has named before has no rows yet. */
export async function rehearsedImport(
  transaction: Transaction,
  { source, kind }: IngestTarget,
  at: Date,
): Promise<ImportRecord> {
  const sourceId = (await findSource(transaction, source)) ?? NOBODY;
  const masking = await maskingOf(transaction, source);
  return { importId: NOBODY, sourceId, kind, at, masking, watches: await hasNameless(transaction, sourceId) };
}

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Closes it with what became of its rows. */
export async function closeImport(
  { query, scope }: Transaction,
  { importId }: ImportRecord,
  result: IngestResultDto,
  lastFactAt: number | null,
  at: Date,
  state: 'done' | 'stopped' | 'failed' | 'broken-off' = 'done',
): Promise<void> {
  await query(
    `update import set finished_at = $3, read = $4, accepted = $5, updated = $6, unchanged = $7, quarantined = $8, last_fact_at = $9,
       state = $10, masked = $11, held_until = null
     where organisation_id = $1 and id = $2`,
    [
      scope.organisationId,
      importId,
      at,
      result.read,
      result.accepted,
      result.updated,
      result.unchanged,
      result.quarantined,
      lastFactAt === null ? null : new Date(lastFactAt),
      state,
      JSON.stringify(result.masked),
    ],
  );
}
