import type { Database, Transaction } from '../database/database.ts';
import type { Scope } from '../database/scope.ts';
import type { WriteOutcome } from '../facts/fact-writer.ts';
import type { Directory } from '../organisation/directory.ts';
import type { Candidate } from './candidate.ts';
import type { ImportRecord } from './import-record.ts';
import type { IngestKind } from './ingest-kind.ts';
import { INGEST_KINDS } from './ingest-kinds.ts';
import type { IngestOptions } from './ingest-options.ts';
import { IngestTally } from './ingest-tally.ts';
import { createDepartments } from './new-departments.ts';
import { type NormalisedBatch, normaliseBatch } from './normalise-batch.ts';
import { ImportContext } from './normaliser.ts';
import { type RefusedCandidate, saveRefused } from './quarantine.ts';
import { withoutErased } from './without-erased.ts';
import type { WriteGate } from './write-gate.ts';
import { WriteQueue } from './write-queue.ts';

/** Connections one import writes with; a second one is the largest single gain, a third none. */
const WRITERS = 2;
/** Above this share of rows that were known already, the next batch looks before it inserts. */
const KNOWN_SHARE = 0.2;

/** One import on its way: normalises batch after batch while earlier ones are being written. */
export class ImportRun {
  private readonly kind: IngestKind;
  private readonly context: ImportContext;
  private readonly tally = new IngestTally();
  private readonly queue: WriteQueue;
  private expectNew = false;

  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly record: ImportRecord,
    directory: Directory,
    private readonly options: IngestOptions,
    private readonly gate: WriteGate,
  ) {
    this.kind = INGEST_KINDS[record.kind];
    this.context = new ImportContext(directory, record.sourceId, record.at.getTime());
    this.queue = new WriteQueue(this.kind.parallel ? (options.writers ?? WRITERS) : 1);
  }

  async take(batch: readonly Candidate[]): Promise<void> {
    if (this.options.createDepartments !== undefined) {
      await createDepartments(this.database, this.scope, batch, this.context.places, this.options);
    }
    const normalised = await normaliseBatch(this.kind, batch, this.context);
    if (this.options.dryRun) {
      this.tally.add({ accepted: normalised.rows.length, updated: 0, unchanged: 0 }, normalised.refused);
      this.options.onProgress?.(this.tally.result().read);
      return;
    }
    await this.queue.push(
      normalised.rows.map(({ id }) => id),
      () => this.gate.pass(() => this.write(normalised)),
    );
  }

  /** Waits for what is being written; throws what a batch failed with. */
  finish(): Promise<void> {
    return this.queue.drain();
  }

  /** What has been stored or set aside so far. */
  get soFar(): IngestTally {
    return this.tally;
  }

  private async write(batch: NormalisedBatch): Promise<void> {
    const { outcome, refused } = await this.database.inScope(this.scope, (transaction) =>
      this.store(transaction, batch),
    );
    const known = outcome.updated + outcome.unchanged;
    this.expectNew = known <= KNOWN_SHARE * batch.rows.length;
    this.tally.add(outcome, refused);
    for (const row of batch.rows) this.tally.saw(this.kind.happenedAt(row));
    this.options.onProgress?.(this.tally.result().read);
  }

  private async store(transaction: Transaction, batch: NormalisedBatch) {
    let outcome: WriteOutcome = { accepted: 0, updated: 0, unchanged: 0, refused: [] };
    // The departments first: whoever erases holds them too, so no row is erased between the look and the writing.
    await holdDepartments(transaction, new Set(batch.rows.flatMap(({ departmentId }) => departmentId ?? [])));
    const { kind } = this.record;
    const { rows, candidates, refused } = await withoutErased(transaction, kind, batch, this.context.refusals);
    if (rows.length > 0) {
      outcome = await this.kind.write(transaction, rows, this.expectNew, this.context);
    }
    const all: RefusedCandidate[] = [
      ...refused,
      ...outcome.refused.map(({ index, ...problem }) =>
        this.context.refusals.of(candidates[index] ?? { row: 0, raw: '' }, problem),
      ),
    ];
    await saveRefused(transaction, this.record, all);
    return { outcome, refused: all };
  }
}

/** Keeps the batch's departments from being removed meanwhile: what a foreign key a row would do, once a batch. */
async function holdDepartments({ query, scope }: Transaction, ids: ReadonlySet<string>): Promise<void> {
  if (ids.size === 0) return;
  const held = await query(
    'select id from department where organisation_id = $1 and id = any ($2::uuid[]) order by id for key share',
    [scope.organisationId, [...ids]],
  );
  if (held.length !== ids.size) throw new Error('a department was removed during the import: send the rows again');
}
