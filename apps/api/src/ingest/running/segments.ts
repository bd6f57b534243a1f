import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import type { Candidate } from '../rows/candidate.ts';

/** Candidates of one kind that can be stored or taken back together, in any order among themselves. */
export interface Segment {
  kind: FactKind;
  candidates: readonly Candidate[];
  /** True where these rows are taken back. */
  retracts: boolean;
}

/** What has to be there before what: events are of complaints. */
const LAST: ReadonlySet<FactKind> = new Set(['complaint-events']);

/**
 * Cuts a batch into segments: one a kind, complaints before their events, and a new one wherever a row is taken back
 * or comes again, so that what the source said last holds.
 */
export function segmentsOf(batch: readonly Candidate[], kind: FactKind): Segment[] {
  const isPlain = batch.every((candidate) => !candidate.retracts && (candidate.kind ?? kind) === kind);
  if (isPlain) return [{ kind, candidates: batch, retracts: false }];
  const byKind = Map.groupBy(batch, (candidate) => candidate.kind ?? kind);
  return [...byKind]
    .sort(([one], [other]) => Number(LAST.has(one)) - Number(LAST.has(other)))
    .flatMap(([of, candidates]) => inTurns(of, candidates));
}

function inTurns(kind: FactKind, candidates: readonly Candidate[]): Segment[] {
  if (!candidates.some(({ retracts }) => retracts)) return [{ kind, candidates: [...candidates], retracts: false }];
  const segments: Segment[] = [];
  let rows: Candidate[] = [];
  let takenBack: Candidate[] = [];
  const flush = (): void => {
    if (rows.length > 0) segments.push({ kind, candidates: rows, retracts: false });
    if (takenBack.length > 0) segments.push({ kind, candidates: takenBack, retracts: true });
    rows = [];
    takenBack = [];
    named.clear();
  };
  /** Which ids the open segments name, and whether as taken back. */
  const named = new Map<unknown, boolean>();
  for (const candidate of candidates) {
    const { externalId } = candidate.value;
    const retracts = candidate.retracts === true;
    if (named.get(externalId) === !retracts) flush();
    named.set(externalId, retracts);
    (retracts ? takenBack : rows).push(candidate);
  }
  flush();
  return segments;
}
