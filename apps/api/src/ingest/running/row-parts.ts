import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import { uuidArray } from '../../database/binary-array.ts';
import type { Database, Transaction } from '../../database/database.ts';
import type { Scope } from '../../database/scope.ts';
import { naturalId } from '../../facts/natural-key.ts';
import type { Candidate, InParts, RowPart } from '../rows/candidate.ts';
import { pseudonymOf } from '../rows/pseudonym.ts';
import { erasedAmong } from './erased-rows.ts';
import type { ImportRecord } from './import-record.ts';

interface Bit {
  kind: FactKind;
  externalId: string;
  visit: string | null;
  inParts: InParts<Candidate>;
}

type PartsById = Map<string, RowPart[]>;

/** Whoever erases a patient holds all departments: while one of them is held, nothing is erased. */
const HOLD_SQL = `select 1 from department where organisation_id = $1::uuid order by id limit 1 for key share`;

/** Nothing that was said before is forgotten, though the reader of a long file remembers only the last of it. */
const KEEP_SQL = `insert into row_part as p (organisation_id, kind, id, import_id, visit_pseudonym, parts)
select $1::uuid, $2, x.id, $3::uuid, x.visit, x.parts::jsonb
from unnest($4::uuid[], $5::uuid[], $6::text[]) as x(id, visit, parts) order by x.id
on conflict (organisation_id, kind, id, import_id) do update set
  visit_pseudonym = coalesce(excluded.visit_pseudonym, p.visit_pseudonym),
  parts = case when excluded.parts @> p.parts then excluded.parts else p.parts || excluded.parts end`;

const FIND_SQL = `select id, parts from row_part where organisation_id = $1::uuid and kind = $2 and id = any ($3::uuid[])
order by told_at, import_id`;

/**
 * Puts rows together that their source tells bit by bit, of which some came in other imports: what this one says is
 * kept, and each row is told as all that was ever said of it tells it, whichever file came first.
 */
export class RowParts {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly record: Pick<ImportRecord, 'importId' | 'sourceId' | 'kind'>,
    private readonly pseudonymKey: Buffer,
    private readonly dryRun = false,
  ) {}

  async *whole(chunks: AsyncIterable<readonly Candidate[]>): AsyncGenerator<readonly Candidate[]> {
    for await (const chunk of chunks) {
      yield chunk.some(({ inParts }) => inParts !== undefined) ? await this.together(chunk) : chunk;
    }
  }

  private together(chunk: readonly Candidate[]): Promise<Candidate[]> {
    const bits = chunk.map((candidate) => this.bitOf(candidate));
    const told = bits.flatMap((bit) => bit ?? []);
    return this.database.inScope(this.scope, async (transaction) => {
      const known = new Map<FactKind, PartsById>();
      for (const [kind, some] of Map.groupBy(told, (bit) => bit.kind)) {
        known.set(kind, await this.known(transaction, kind, some));
      }
      return chunk.map((candidate, index) => {
        const bit = bits[index];
        return bit === undefined ? candidate : bit.inParts.told(this.around(bit, known.get(bit.kind) ?? new Map()));
      });
    });
  }

  private bitOf({ inParts, value, kind = this.record.kind }: Candidate): Bit | undefined {
    const { externalId, visit } = value;
    if (inParts === undefined || typeof externalId !== 'string' || externalId.trim() === '') return undefined;
    const pseudonym = typeof visit === 'string' ? pseudonymOf(visit, this.pseudonymKey) : null;
    return { kind, externalId: externalId.trim(), visit: pseudonym, inParts };
  }

  /** Keeps what is said of rows, and tells what has been said of them and of those they are one with. */
  private async known(transaction: Transaction, kind: FactKind, bits: readonly Bit[]): Promise<PartsById> {
    const said = new Map<string, { visit: string | null; parts: readonly RowPart[] }>();
    for (const { externalId, visit, inParts } of bits) {
      for (const [id, parts] of inParts.parts)
        said.set(this.idOf(id), { visit: said.get(this.idOf(id))?.visit ?? null, parts });
      const own = said.get(this.idOf(externalId));
      if (own !== undefined && visit !== null) own.visit = visit;
    }
    if (!this.dryRun) await this.keep(transaction, kind, said);
    const known: PartsById = new Map([...said].map(([id, { parts }]) => [id, [...parts]]));
    const others = bits.map(({ inParts }) => inParts)[0];
    for (let asked = [...known.keys()]; asked.length > 0;) {
      const rows = await transaction.query<{ id: string; parts: RowPart[] }>(FIND_SQL, [
        ...[transaction.scope.organisationId, kind, uuidArray(asked)],
      ]);
      const stored = Map.groupBy(rows, ({ id }) => id);
      const before = new Set(known.keys());
      for (const id of asked) {
        const parts = (stored.get(id) ?? []).flatMap((row) => row.parts);
        known.set(id, eachOnce([...parts, ...(known.get(id) ?? [])]));
      }
      const linked = asked.flatMap((id) => others?.othersIn(known.get(id) ?? []) ?? []).map((id) => this.idOf(id));
      asked = [...new Set(linked)].filter((id) => !before.has(id));
      for (const id of asked) known.set(id, []);
    }
    return known;
  }

  private async keep(
    transaction: Transaction,
    kind: FactKind,
    said: ReadonlyMap<string, { visit: string | null; parts: readonly RowPart[] }>,
  ): Promise<void> {
    const { query, scope } = transaction;
    await query(HOLD_SQL, [scope.organisationId]);
    const erased = await erasedAmong(
      transaction,
      kind,
      [...said.keys()].map((id) => ({ id })),
    );
    const kept = [...said].filter(([id]) => !erased.has(id));
    await query(KEEP_SQL, [
      ...[scope.organisationId, kind, this.record.importId],
      uuidArray(kept.map(([id]) => id)),
      uuidArray(kept.map(([, { visit }]) => visit)),
      kept.map(([, { parts }]) => JSON.stringify(parts)),
    ]);
  }

  /** All that is known of a row, and of those it is one with. */
  private around({ externalId, inParts }: Bit, known: PartsById): RowPart[] {
    const ids = new Set([this.idOf(externalId)]);
    const parts: RowPart[] = [];
    for (const id of ids) {
      const own = known.get(id) ?? [];
      parts.push(...own);
      for (const other of inParts.othersIn(own)) ids.add(this.idOf(other));
    }
    return parts;
  }

  private idOf(externalId: string): string {
    return naturalId(this.record.sourceId, externalId);
  }
}

/** The same thing said in two files was said once. */
function eachOnce(parts: readonly RowPart[]): RowPart[] {
  return [...new Map(parts.map((part) => [JSON.stringify(Object.entries(part).sort()), part])).values()];
}
