import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import type { Database } from '../../database/database.ts';
import type { Scope } from '../../database/scope.ts';
import type { Directory } from '../../organisation/directory.ts';
import { cellsARow, idPrefixes, letGo } from '../../facts/written-rows.ts';
import { BatchStore } from './batch-store.ts';
import type { Candidate } from '../rows/candidate.ts';
import { type RecordedBatch, positionsOf } from './import-batches.ts';
import type { ImportRecord } from './import-record.ts';
import { INGEST_KINDS } from '../rows/ingest-kinds.ts';
import type { IngestOptions } from './ingest-options.ts';
import { IngestTally } from './ingest-tally.ts';
import { createDepartments } from '../rows/new-departments.ts';
import { type NormalisedBatch, normaliseBatch, without } from '../rows/normalise-batch.ts';
import { ImportContext } from '../rows/normaliser.ts';
import { Rehearsal } from './rehearsal.ts';
import { retractionsOf } from './retractions.ts';
import { type Segment, segmentsOf } from './segments.ts';
import { ownIdsOf } from '../quarantine/entry-content.ts';
import type { WriteGate } from './write-gate.ts';
import { WriteQueue } from './write-queue.ts';

/** Connections one import writes with; a second one is the largest single gain, a third none. */
const WRITERS = 2;
/** Rows a transaction: larger ones hold their locks longer and overlap less, but rows of many days share more cells. */
const ROWS = { usual: 10_000, scattered: 50_000 };
/** From so many cells a row on, a batch is one of rows from many days. */
const SCATTERED = 0.6;
/** Characters a transaction, for rows of long texts. */
const CHARACTERS = 8_000_000;

/** One import on its way: normalises batch after batch while earlier ones are being written. */
export class ImportRun {
  private readonly context: ImportContext;
  private readonly store: BatchStore;
  private readonly tally: IngestTally;
  private readonly queue: WriteQueue;
  private readonly resumed: boolean;
  private readonly isDone: ReturnType<typeof positionsOf>;
  /** How large the next batch may be. */
  readonly largestBatch: { items: number; readonly weight: number };
  private expectNew = false;
  private taken = 0;
  private rehearsal: Rehearsal | undefined;

  /** `done` are the batches that an earlier run of the same import committed; their rows are not stored again. */
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly record: ImportRecord,
    directory: Directory,
    private readonly options: IngestOptions,
    private readonly gate: WriteGate,
    done: readonly RecordedBatch[] = [],
  ) {
    this.context = new ImportContext(directory, record.sourceId, record.at.getTime(), record.masking);
    this.context.refusals.watching = record.watches ?? false;
    this.store = new BatchStore(database, scope, record, this.context);
    this.tally = options.tally ?? new IngestTally();
    this.largestBatch = { items: options.batchRows ?? ROWS.usual, weight: CHARACTERS };
    this.queue = new WriteQueue(options.writers ?? WRITERS);
    this.resumed = done.length > 0;
    this.isDone = positionsOf(done);
    for (const batch of done) {
      this.tally.add(batch, []);
      if (batch.lastFactAt !== null) this.tally.saw(batch.lastFactAt);
    }
  }

  async take(batch: readonly Candidate[]): Promise<void> {
    for (const candidate of batch) candidate.position = this.taken += 1;
    if (this.options.createDepartments !== undefined) {
      await createDepartments(this.database, this.scope, batch, this.context.places, this.options);
    }
    for (const segment of segmentsOf(batch, this.record.kind)) await this.takeSegment(segment);
  }

  /** Waits for what is being written; throws what a batch failed with. */
  finish(): Promise<void> {
    return this.queue.drain();
  }

  /** What has been stored or set aside so far. */
  get soFar(): IngestTally {
    return this.tally;
  }

  private async takeSegment({ kind, candidates, retracts }: Segment): Promise<void> {
    const normalised = retracts
      ? retractionsOf(candidates, this.context)
      : await normaliseBatch(INGEST_KINDS[kind], candidates, this.context);
    if (this.options.batchRows === undefined && !retracts) {
      this.largestBatch.items = ROWS[cellsARow(normalised.rows) > SCATTERED ? 'scattered' : 'usual'];
    }
    // Rows done before are normalised all the same: whether two that read alike are two depends on all before them.
    const left = this.resumed
      ? without(normalised, ({ position = 0 }) => this.isDone(kind, retracts, position))
      : normalised;
    const rows = left.rows.length + left.refused.length;
    if (rows === 0) return;
    if (this.options.dryRun) {
      this.rehearsal ??= new Rehearsal(this.database, this.scope, this.record, this.context);
      const { outcome, refused } = await this.rehearsal.of(kind, left, retracts);
      this.tally.add(outcome, refused);
      this.options.onProgress?.(this.tally.result().read);
      return;
    }
    if (!INGEST_KINDS[kind].parallel) await this.queue.drain();
    const alsoIds = [
      ...ownIdsOf(left.refused, this.record.sourceId),
      ...(retracts ? left.rows.flatMap(({ merge }) => merge?.survivorId ?? []) : []),
    ].map((id) => ({ id }));
    const named = alsoIds.length === 0 ? left.rows : [...left.rows, ...alsoIds];
    await this.queue.push(idPrefixes(named), () => this.gate.pass(() => this.write(kind, left, retracts)));
  }

  private async write(kind: FactKind, batch: NormalisedBatch, retracts: boolean): Promise<void> {
    const { outcome, refused, lastFactAt } = await this.store.store({ kind, batch, retracts }, this.expectNew);
    // One row that is known undoes the hopeful insert of a whole batch.
    this.expectNew = outcome.updated + outcome.unchanged === 0;
    letGo(batch.rows);
    this.tally.add(outcome, refused);
    if (lastFactAt !== null) this.tally.saw(lastFactAt);
    this.options.onProgress?.(this.tally.result().read);
  }
}
