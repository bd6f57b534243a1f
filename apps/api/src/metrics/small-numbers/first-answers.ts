import { dayNumberOf } from '#domain/calendar-date.ts';
import type { Transaction } from '../../database/database.ts';
import type { Stored } from '../question/dimension-words.ts';
import { firstAnswersSql } from './answers.query.ts';
import { type AnswersNeed, nameOfNeed } from './answers-need.ts';
import { type Counter, nameOfCounter } from './counter.ts';

/** For each combination of keys that a counter ever counted, the Monday since which it did. */
export type FirstAnswers = readonly { keys: readonly string[]; since: number }[];

/**
 * How long first answers are remembered. Those of the thirteen weeks before any end that is asked for are read each time;
 * only old answers of a kind never given before may go unnoticed, for as long.
 */
const REMEMBERED_MS = 60_000;
const MOST_REMEMBERED = 500;

/** Since when there have been answers, of whole organisations. It looks at all weeks there are, and so remembers for a while. */
export class FirstAnswersMemory {
  private readonly remembered = new Map<string, { at: number; found: FirstAnswers }>();

  /** For each counter of the need, in order. */
  async of({ client, scope }: Transaction, need: AnswersNeed): Promise<FirstAnswers[]> {
    const nameOf = (counter: Counter): string =>
      [scope.organisationId, nameOfNeed(need), nameOfCounter(counter)].join('\n');
    const known = new Map(need.counters.map((counter) => [counter, this.remembers(nameOf(counter))]));
    const unknown = need.counters.filter((counter) => known.get(counter) === undefined);
    if (unknown.length > 0) {
      const text = firstAnswersSql({ ...need, counters: unknown });
      const { rows } = await client.query(text, [scope.organisationId]);
      for (const [index, counter] of unknown.entries()) {
        const found = (rows as Record<string, Stored | null>[]).flatMap((row) => {
          const since = row[`f${index}`] ?? null;
          const keys = need.by.map((_, key) => String(row[`k${key}`] ?? ''));
          return since === null ? [] : [{ keys, since: dayNumberOf(String(since)) }];
        });
        known.set(counter, found);
        if (found.length > 0) this.remember(nameOf(counter), found);
      }
    }
    return need.counters.map((counter) => known.get(counter) ?? []);
  }

  private remembers(name: string): FirstAnswers | undefined {
    const known = this.remembered.get(name);
    return known !== undefined && performance.now() - known.at < REMEMBERED_MS ? known.found : undefined;
  }

  private remember(name: string, found: FirstAnswers): void {
    if (this.remembered.size >= MOST_REMEMBERED) this.remembered.clear();
    this.remembered.set(name, { at: performance.now(), found });
  }
}
