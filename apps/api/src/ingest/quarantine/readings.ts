import type { Transaction } from '../../database/database.ts';
import { uuidOf } from '../../facts/uuid-of.ts';
import type { KeptCandidate } from '../rows/candidate.ts';
import type { Reading } from '../rows/row-origin.ts';
import { storableValue } from './entry-content.ts';

const SAVE_SQL = `insert into quarantine_reading (organisation_id, id, reading)
select $1::uuid, x.id::uuid, x.reading::jsonb from unnest($2::text[], $3::text[]) as x(id, reading) order by x.id
on conflict do nothing`;

/** Keeps how the rows were read, each reading once; tells the id of each. */
export async function saveReadings(
  { query, scope }: Transaction,
  entries: readonly { candidate: Pick<KeptCandidate, 'reading'> }[],
): Promise<ReadonlyMap<Reading | undefined, string>> {
  const ids = new Map<Reading | undefined, string>();
  const texts = new Map<string, string>();
  for (const { candidate } of entries) {
    if (candidate.reading === undefined || ids.has(candidate.reading)) continue;
    const text = JSON.stringify(storableValue(candidate.reading));
    const id = uuidOf(text);
    ids.set(candidate.reading, id);
    texts.set(id, text);
  }
  if (texts.size > 0) await query(SAVE_SQL, [scope.organisationId, [...texts.keys()], [...texts.values()]]);
  return ids;
}
