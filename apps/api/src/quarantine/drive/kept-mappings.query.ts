import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import type { Transaction } from '../../database/database.ts';
import type { Mapping } from '../../ingest/mapping/mapping.ts';
import { mergeMappings } from '../../ingest/mapping/merge-mappings.ts';
import type { Reading } from '../../ingest/rows/row-origin.ts';

/** The mapping by which each source's files of a kind are read now. */
export type KeptMappings = ReadonlyMap<string, Mapping>;

const keyOf = (sourceId: string, kind: FactKind): string => `${sourceId} ${kind}`;

const LATEST_SQL = `select distinct on (source_id, kind) source_id as "sourceId", kind, version, mapping
from source_mapping where organisation_id = $1::uuid order by source_id, kind, version desc`;

interface Latest {
  sourceId: string;
  kind: FactKind;
  version: number;
  mapping: Mapping;
}

export async function keptMappings({ query, scope }: Transaction): Promise<KeptMappings> {
  const latest = await query<Latest>(LATEST_SQL, [scope.organisationId]);
  return new Map(latest.map(({ sourceId, kind, mapping }) => [keyOf(sourceId, kind), mapping]));
}

/** What is kept now for the sheet that was read so; undefined where nothing is. */
export function keptFor(
  kept: KeptMappings,
  { sourceId, kind }: { sourceId: string; kind: FactKind },
  { nth, sheet }: Pick<Reading, 'nth' | 'sheet'>,
): Mapping | undefined {
  if (nth === 0) return withoutSheets(kept.get(keyOf(sourceId, kind)));
  for (const [key, { sheets }] of kept) {
    if (key.startsWith(`${sourceId} `) && sheets !== undefined && Object.hasOwn(sheets, sheet)) return sheets[sheet];
  }
  return undefined;
}

function withoutSheets(mapping: Mapping | undefined): Mapping | undefined {
  if (mapping === undefined) return undefined;
  const { sheets: _, ...first } = mapping;
  return first;
}

const SAVE_SQL = `insert into source_mapping
  (organisation_id, source_id, kind, version, format, options, mapping, saved_at, saved_by)
select organisation_id, source_id, kind, version + 1, format, options, $4::jsonb, $5, $6
from source_mapping where organisation_id = $1::uuid and source_id = $2::uuid and kind = $3
order by version desc limit 1
on conflict do nothing`;

/** Lays what people have mended over the mapping that is kept for a source's files, so that the next one is read right. */
export async function keepMended(
  { query, scope }: Transaction,
  kept: KeptMappings,
  { sourceId, kind, at }: { sourceId: string; kind: FactKind; at: Date },
  mended: Mapping,
): Promise<void> {
  const mapping = kept.get(keyOf(sourceId, kind));
  if (mapping === undefined) return;
  const text = JSON.stringify(mergeMappings(mapping, mended));
  if (text === JSON.stringify(mapping)) return;
  await query(SAVE_SQL, [scope.organisationId, sourceId, kind, text, at, scope.actor?.name ?? 'Bedside']);
}
