import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import type { MaskedCounts } from '#domain/masking.ts';
import type { Database, Transaction } from '../../database/database.ts';
import type { Scope } from '../../database/scope.ts';
import { EVENT_CHANGED, UNKNOWN_COMPLAINT } from '../../facts/complaint-event-writer.ts';
import { idArray } from '../../facts/written-rows.ts';
import { maskedInAll } from '../masking/row-masking.ts';
import { againstQuarantine } from '../quarantine/against-quarantine.ts';
import type { RefusedCandidate } from '../quarantine/quarantine.ts';
import type { KeptCandidate, Problem } from '../rows/candidate.ts';
import { tableOf } from '../rows/fact-tables.ts';
import type { NormalRow } from '../rows/ingest-kind.ts';
import type { NormalisedBatch } from '../rows/normalise-batch.ts';
import type { ImportContext } from '../rows/normaliser.ts';
import type { ImportRecord } from './import-record.ts';
import { RememberedRows } from './remembered-rows.ts';
import { withoutErased } from './without-erased.ts';

/** What would become of a batch. */
interface Rehearsed {
  outcome: { accepted: number; updated: number; unchanged: number; masked: MaskedCounts };
  refused: RefusedCandidate[];
}

type Keyed = NormalRow & { contentHash?: bigint; complaintId?: string };

/** Tells what would become of the batches of an import, by what is stored and what came before; writes nothing. */
export class Rehearsal {
  private readonly seen = new Map<FactKind, RememberedRows>();

  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly record: ImportRecord,
    private readonly context: ImportContext,
  ) {}

  of(kind: FactKind, given: NormalisedBatch, retracts: boolean): Promise<Rehearsed> {
    return this.database.inScope(this.scope, async (transaction) => {
      const { refusals } = this.context;
      const held = await againstQuarantine(transaction, { ...this.record, kind }, given, refusals);
      const batch = retracts ? held.batch : await withoutErased(transaction, kind, held.batch, refusals);
      const stored = await this.hashesOf(transaction, kind, batch.rows);
      if (retracts) return this.retracted(kind, batch, stored);
      const { accepted, updated, misfits } =
        kind === 'complaint-events'
          ? await this.events(transaction, batch, stored)
          : { ...this.upserted(kind, batch.rows, stored), misfits: [] };
      const isMisfit = new Set(misfits.map(({ candidate }) => candidate));
      const masked = maskedInAll(batch.candidates.filter((candidate) => !isMisfit.has(candidate)));
      const unchanged = held.unchanged + batch.rows.length - accepted - updated - misfits.length;
      return { outcome: { accepted, updated, unchanged, masked }, refused: [...batch.refused, ...misfits] };
    });
  }

  /** Of a row that comes twice in a batch, the last one counts. */
  private upserted(kind: FactKind, rows: readonly Keyed[], stored: ReadonlyMap<string, string>) {
    const counts = { accepted: 0, updated: 0 };
    for (const [id, hash] of new Map(rows.map((row) => [row.id, hashOf(row)]))) {
      const known = this.seenOf(kind).hashOf(id) ?? stored.get(id);
      if (known === undefined || known === GONE) counts.accepted += 1;
      else if (known !== hash) counts.updated += 1;
      this.seenOf(kind).remember(id, hash);
    }
    return counts;
  }

  private retracted(kind: FactKind, batch: NormalisedBatch, stored: ReadonlyMap<string, string>): Rehearsed {
    let updated = 0;
    for (const id of new Set(batch.rows.map((row) => row.id))) {
      const known = this.seenOf(kind).hashOf(id) ?? stored.get(id);
      if (known !== undefined && known !== GONE) updated += 1;
      this.seenOf(kind).remember(id, GONE);
    }
    const unchanged = batch.rows.length - updated;
    return { outcome: { accepted: 0, updated, unchanged, masked: {} }, refused: batch.refused };
  }

  /** What happened is never rewritten. Whether a move fits the history of its complaint shows when it is stored. */
  private async events(transaction: Transaction, batch: NormalisedBatch, stored: ReadonlyMap<string, string>) {
    const complaints = await this.hashesOf(
      transaction,
      'complaints',
      (batch.rows as Keyed[]).map(({ complaintId = '' }) => ({ id: complaintId })),
    );
    const misfits: RefusedCandidate[] = [];
    let accepted = 0;
    (batch.rows as Keyed[]).forEach((row, index) => {
      const refuse = (problem: Problem): void => {
        const candidate: KeptCandidate = batch.candidates[index] ?? { row: 0, raw: '' };
        misfits.push(this.context.refusals.of(candidate, problem));
      };
      const known = this.seenOf('complaint-events').hashOf(row.id) ?? stored.get(row.id);
      const complaint = row.complaintId ?? '';
      if (known !== undefined) {
        if (known !== hashOf(row)) refuse(EVENT_CHANGED);
      } else if (!complaints.has(complaint) && this.seenOf('complaints').hashOf(complaint) === undefined) {
        refuse(UNKNOWN_COMPLAINT);
      } else {
        accepted += 1;
        this.seenOf('complaint-events').remember(row.id, hashOf(row));
      }
    });
    return { accepted, updated: 0, misfits };
  }

  private async hashesOf(
    { query, scope }: Transaction,
    kind: FactKind,
    rows: readonly { id: string }[],
  ): Promise<Map<string, string>> {
    if (rows.length === 0) return new Map();
    const found = await query<{ id: string; hash: string }>(
      `select f.id, f.content_hash::text as hash from ${tableOf(kind)} f
       where f.organisation_id = $1::uuid and f.id = any ($2::uuid[])`,
      [scope.organisationId, idArray(rows)],
    );
    return new Map(found.map(({ id, hash }) => [id, hash]));
  }

  private seenOf(kind: FactKind): RememberedRows {
    let seen = this.seen.get(kind);
    if (seen === undefined) this.seen.set(kind, (seen = new RememberedRows()));
    return seen;
  }
}

/** Stands for a row that was taken back. */
const GONE = 'gone';

const hashOf = ({ contentHash }: Keyed): string => String(contentHash);
