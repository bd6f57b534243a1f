import type { Database } from '../../database/database.ts';
import type { Scope } from '../../database/scope.ts';
import type { Candidate } from '../../ingest/rows/candidate.ts';
import { EntryReader, type ReadBy } from './entry-reader.ts';
import { readingsOf, storedEntries } from './stored-entry.query.ts';

const AT_ONCE = 1_000;

/**
 * The rows that were set aside under these ids, read anew, some at a time. One that is gone keeps its place among them,
 * so that an import which goes on after a restart counts the same positions.
 */
export async function* drivenCandidates(
  database: Database,
  scope: Scope,
  by: Omit<ReadBy, 'readings'>,
  ids: readonly string[],
): AsyncGenerator<Candidate[]> {
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const wanted = ids.slice(from, from + AT_ONCE);
    const { entries, readings } = await database.inScope(scope, async (transaction) => {
      const entries = await storedEntries(transaction, wanted);
      return { entries, readings: await readingsOf(transaction, entries) };
    });
    const reader = new EntryReader({ ...by, readings });
    const byId = new Map(entries.map((entry) => [entry.id, entry]));
    yield wanted.map((id) => {
      const entry = byId.get(id);
      return entry === undefined ? gone(id) : reader.candidateOf(entry);
    });
  }
}

const gone = (entry: string): Candidate => ({
  ...{ row: 0, raw: '', value: {}, entry },
  problem: { field: null, code: 'not-kept', message: 'This row is not kept any more.' },
});
