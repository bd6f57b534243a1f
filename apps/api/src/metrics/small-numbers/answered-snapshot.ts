import type { Transaction } from '../../database/database.ts';
import { AnsweredTables } from './answered-tables.ts';
import { type AnswersNeed, covers, joinedNeed, nameOfNeed } from './answers-need.ts';
import { DATABASE_STATE_SQL, DEPARTMENT_SITES_SQL } from './answered-snapshot.query.ts';
import { FirstAnswersMemory } from './first-answers.ts';
import { readAnswers } from './read-answers.ts';

interface Kept {
  /** What the database had written when it was read. */
  state: string;
  need: AnswersNeed;
  tables: AnsweredTables;
}

/** Tables kept, over all organisations. */
const MOST_KEPT = 200;
/** Beyond as many spans what nobody needs any more is let go. */
const MOST_SPANS = 600;

/**
 * Who answered, as read last. What was read serves again as long as nothing at all has been written to the database
 * since; after that it is read anew, along with whatever else of its table was needed before, because a page asks for
 * the same again.
 */
export class AnsweredSnapshot {
  private readonly kept = new Map<string, Kept>();
  private readonly firstAnswers = new FirstAnswersMemory();

  /** What meets the needs without another look; undefined if something has been written since, or was never read. */
  known(organisationId: string, needs: readonly AnswersNeed[], state: string): Map<string, AnsweredTables> | undefined {
    const met = new Map<string, AnsweredTables>();
    for (const need of needs) {
      const name = nameOfNeed(need);
      const kept = this.kept.get(placeOf(organisationId, name));
      if (kept?.state !== state || !covers(kept.need, need)) return undefined;
      met.set(name, kept.tables);
    }
    return met;
  }

  /** Meets the needs, in a transaction that sees the whole organisation. */
  async meet(transaction: Transaction, needs: readonly AnswersNeed[]): Promise<Map<string, AnsweredTables>> {
    const { organisationId } = transaction.scope;
    // Before anything is read: what is written meanwhile makes it read again.
    const state = await databaseState(transaction);
    const met = new Map<string, AnsweredTables>();
    let siteOf: ReadonlyMap<string, string> | undefined;
    for (const [name, [first, ...others]] of Map.groupBy(needs, nameOfNeed)) {
      if (first === undefined) continue;
      const need = joinedNeed(first, others);
      const place = placeOf(organisationId, name);
      let kept = this.kept.get(place);
      if (kept?.state !== state || !covers(kept.need, need)) {
        siteOf ??= await sitesOf(transaction);
        const all = kept === undefined || kept.need.spans.length > MOST_SPANS ? need : joinedNeed(need, [kept.need]);
        kept = {
          state,
          need: all,
          tables: new AnsweredTables(await readAnswers(transaction, all, this.firstAnswers), siteOf),
        };
        if (this.kept.size >= MOST_KEPT) this.kept.clear();
        this.kept.set(place, kept);
      }
      met.set(name, kept.tables);
    }
    return met;
  }
}

const placeOf = (organisationId: string, name: string): string => `${organisationId}\n${name}`;

/** Two transactions that find the same have found the same data. */
export async function databaseState({ client }: Transaction): Promise<string> {
  const { rows } = await client.query({ name: 'database-state', text: DATABASE_STATE_SQL });
  return (rows as { state: string }[])[0]?.state ?? '';
}

async function sitesOf({ query, scope }: Transaction): Promise<ReadonlyMap<string, string>> {
  const departments = await query<{ id: string; siteId: string }>(DEPARTMENT_SITES_SQL, [scope.organisationId]);
  return new Map(departments.map(({ id, siteId }) => [id, siteId]));
}
