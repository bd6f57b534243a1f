import type { IngestResultDto } from '#contracts/ingest/ingest-result.dto.ts';
import type { Directory } from '../../organisation/directory.ts';
import { maskedInAll } from '../masking/row-masking.ts';
import { Refusals } from '../quarantine/refusals.ts';
import type { Candidate, KeptCandidate } from '../rows/candidate.ts';
import type { NormalRow } from '../rows/ingest-kind.ts';
import { INGEST_KINDS } from '../rows/ingest-kinds.ts';
import { type NormalisedBatch, normaliseBatch } from '../rows/normalise-batch.ts';
import { ImportContext } from '../rows/normaliser.ts';
import type { Stored } from './batch-store.ts';
import type { ImportRecord } from './import-record.ts';
import { IngestTally } from './ingest-tally.ts';

/** Numbers the refused rows of each request by themselves, as when it comes alone. */
class RefusalsOfEach extends Refusals {
  private readonly own = new Map<KeptCandidate, Refusals>();

  belong(candidate: KeptCandidate, own: Refusals): void {
    this.own.set(candidate, own);
  }

  override numberOf(candidate: KeptCandidate): number {
    return this.own.get(candidate)?.numberOf(candidate) ?? super.numberOf(candidate);
  }
}

class SharedContext extends ImportContext {
  override readonly refusals = new RefusalsOfEach();
}

interface Request {
  /** How many rows it brought. */
  rows: number;
  /** Those that can be stored, each once. */
  ids: readonly string[];
  candidates: readonly KeptCandidate[];
}

/** Rows of several requests in one batch, of which it can be told whose each is. No row is in two of them. */
export class SharedBatch {
  readonly batch: NormalisedBatch = { rows: [], candidates: [], refused: [] };
  readonly context: SharedContext;
  private readonly requests: Request[] = [];
  private readonly requestOf = new Map<KeptCandidate, number>();
  private readonly named = new Set<string>();
  private positions = 0;

  constructor(
    private readonly directory: Directory,
    private readonly record: ImportRecord,
  ) {
    this.context = new SharedContext(directory, record.sourceId, record.at.getTime(), record.masking);
  }

  /** Adds the rows of a request; false, and nothing added, where an earlier one names a row of it. */
  async add(rows: readonly Candidate[]): Promise<boolean> {
    const { sourceId, at, kind, masking } = this.record;
    const own = new ImportContext(this.directory, sourceId, at.getTime(), masking);
    // Copies: what is left out now, or has to be done again, is read a second time.
    const candidates = rows.map((candidate, index) => ({ ...candidate, position: this.positions + index + 1 }));
    const normalised = await normaliseBatch(INGEST_KINDS[kind], candidates, own);
    const keys = normalised.rows.flatMap(keysOf);
    const isNew = keys.every((key) => !this.named.has(key));
    // Also where it is left out: whoever names the same row after it has to come after it.
    for (const key of keys) this.named.add(key);
    if (!isNew) return false;
    for (const candidate of candidates) {
      this.requestOf.set(candidate, this.requests.length);
      this.context.refusals.belong(candidate, own.refusals);
    }
    this.positions += candidates.length;
    this.requests.push({
      rows: candidates.length,
      ids: [...new Set(normalised.rows.map(({ id }) => id))],
      candidates: normalised.candidates,
    });
    this.batch.rows.push(...normalised.rows);
    this.batch.candidates.push(...normalised.candidates);
    this.batch.refused.push(...normalised.refused);
    return true;
  }

  /** What became of the rows of each request that was added, in their order. */
  resultsOf({ outcome, replaced, refused }: Stored): IngestResultDto[] {
    const isAccepted = new Set(outcome.inserted.map(({ id }) => id));
    const isUpdated = new Set(replaced);
    const refusedOf = Map.groupBy(refused, ({ candidate }) => this.requestOf.get(candidate));
    return this.requests.map(({ rows, ids, candidates }, request) => {
      const own = refusedOf.get(request) ?? [];
      const accepted = ids.filter((id) => isAccepted.has(id)).length;
      const updated = ids.filter((id) => isUpdated.has(id)).length;
      const isRefused = new Set(own.map(({ candidate }) => candidate));
      const masked = maskedInAll(candidates.filter((candidate) => !isRefused.has(candidate)));
      const tally = new IngestTally();
      tally.add({ accepted, updated, unchanged: rows - own.length - accepted - updated, masked }, own);
      return tally.result();
    });
  }
}

/** What no two requests of one commit may share: a row, and of complaints' steps the complaint. */
function keysOf(row: NormalRow & { complaintId?: string }): string[] {
  return row.complaintId === undefined ? [row.id] : [row.id, row.complaintId];
}
