import { INGEST_KINDS } from '../../ingest/rows/ingest-kinds.ts';
import { normaliseBatch } from '../../ingest/rows/normalise-batch.ts';
import { ImportContext } from '../../ingest/rows/normaliser.ts';
import type { Problem } from '../../ingest/rows/candidate.ts';
import { retractionsOf } from '../../ingest/running/retractions.ts';
import type { Directory } from '../../organisation/directory.ts';
import type { EntryReader } from './entry-reader.ts';
import type { StoredEntry } from './stored-entry.query.ts';

const MOST_TOLD = 12;

/**
 * Everything that is wrong with a row as it stands now, one fault a field: the same rules that hold when it goes in.
 * What only its table can tell (an event of a complaint nobody knows) shows when it is driven in.
 */
export async function faultsOf(
  entry: StoredEntry,
  reader: EntryReader,
  directory: Directory,
  now: number,
): Promise<Problem[]> {
  const faults: Problem[] = [];
  const unread: string[] = [];
  while (faults.length < MOST_TOLD) {
    const context = new ImportContext(directory, entry.sourceId, now);
    const candidate = reader.candidateOf(entry, unread);
    const { refused } = entry.retracts
      ? retractionsOf([candidate], context)
      : await normaliseBatch(INGEST_KINDS[entry.kind], [candidate], context);
    const fault = refused[0]?.problem;
    if (fault === undefined) return faults;
    // Left out, its field would only be missing.
    const isOfLeaving = fault.field !== null && unread.includes(fault.field);
    const restsOnOthers = fault.field === null && faults.length > 0;
    if (isOfLeaving || restsOnOthers) return faults;
    faults.push(fault);
    if (fault.field === null) return faults;
    unread.push(fault.field);
  }
  return faults;
}
