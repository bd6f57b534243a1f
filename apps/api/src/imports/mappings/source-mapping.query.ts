import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import type { Transaction } from '../../database/database.ts';
import type { ReadAs } from '../read-as.ts';

/** How the files of a source are read, as somebody agreed to it. */
export interface SourceMapping {
  kind: FactKind;
  version: number;
  readAs: ReadAs;
  savedAt: Date;
  savedBy: string;
}

const LATEST_SQL = `select kind, version, format, options, mapping, saved_at as "savedAt", saved_by as "savedBy"
from source_mapping where organisation_id = $1 and source_id = $2 and ($3::text is null or kind = $3)
order by saved_at desc, version desc limit 1`;

interface Stored extends Omit<SourceMapping, 'readAs'> {
  format: string | null;
  options: Omit<ReadAs, 'format' | 'mapping'>;
  mapping: ReadAs['mapping'];
}

/** The mapping of a source for rows of a kind, or the last one of any kind; undefined where none was kept. */
export async function latestMapping(
  { query, scope }: Transaction,
  sourceId: string,
  kind: FactKind | null,
): Promise<SourceMapping | undefined> {
  const [found] = await query<Stored>(LATEST_SQL, [scope.organisationId, sourceId, kind]);
  if (found === undefined) return undefined;
  const { format, options, mapping, ...rest } = found;
  return { ...rest, readAs: { ...options, ...(format !== null && { format }), mapping } };
}

const KEEP_SQL = `insert into source_mapping
  (organisation_id, source_id, kind, version, format, options, mapping, saved_at, saved_by)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

/** Keeps a mapping as the next version; one that says what the last one says stays that. Tells the version that holds. */
export async function keepMapping(
  transaction: Transaction,
  { sourceId, kind, readAs, at, by }: { sourceId: string; kind: FactKind; readAs: ReadAs; at: Date; by: string },
): Promise<number> {
  const { query, scope } = transaction;
  // Two who save at once come one after the other.
  await query('select 1 from source where organisation_id = $1 and id = $2 for update', [
    ...[scope.organisationId, sourceId],
  ]);
  const last = await latestMapping(transaction, sourceId, kind);
  if (last !== undefined && sameText(last.readAs) === sameText(readAs)) return last.version;
  const version = (last?.version ?? 0) + 1;
  const { format = null, mapping = {}, ...options } = readAs;
  await query(KEEP_SQL, [
    ...[scope.organisationId, sourceId, kind, version, format],
    ...[JSON.stringify(options), JSON.stringify(mapping), at, by],
  ]);
  return version;
}

/** Postgres keeps the parts of an object in an order of its own. */
function sameText(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}
