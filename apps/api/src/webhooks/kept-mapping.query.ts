import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import type { Transaction } from '../database/database.ts';
import { parseMapping } from '../ingest/mapping/parse-mapping.ts';
import type { Mapping } from '../ingest/mapping/mapping.ts';

const SQL = `select mapping from source_mapping
where organisation_id = $1 and source_id = $2 and format = $3 and ($4::text is null or kind = $4)
order by saved_at desc, version desc limit 1`;

/** The mapping that files of this format were last read by; what the format knows itself where there is none. */
export async function keptMapping(
  { query, scope }: Transaction,
  { sourceId, format, kind }: { sourceId: string; format: string; kind: FactKind | null },
): Promise<Mapping> {
  const [kept] = await query<{ mapping: unknown }>(SQL, [scope.organisationId, sourceId, format, kind]);
  return kept === undefined ? {} : parseMapping(kept.mapping);
}
