import { dateOf, mondayOf } from '#domain/calendar-date.ts';
import type { DaySpan } from '#metrics/small-numbers/cut-class.ts';
import type { Transaction } from '../../database/database.ts';
import { monthPiecesOf, piecesOf } from '../cells/piece.ts';
import type { Stored } from '../question/dimension-words.ts';
import { answersSql } from './answers.query.ts';
import type { AnswersAxis, AnswersNeed } from './answers-need.ts';
import { type Counter, nameOfCounter } from './counter.ts';
import type { FirstAnswersMemory } from './first-answers.ts';
import { SpanIndex } from './span-index.ts';

/** One combination of values that anybody ever answered with. */
export interface AnsweredRow {
  /** The values as stored, in the order of `by`. */
  keys: readonly string[];
  /** For each counter, the first day of the first week (or month) with answers, as a day number; null before there are any. */
  since: readonly (number | null)[];
  /** For each counter, the answers in each of the spans read. */
  counts: readonly Float64Array[];
}

/** Who answered: what stands at which place of the rows. */
export interface Answered {
  by: readonly AnswersAxis[];
  /** Names of the counters, in the order of the rows' counts. */
  counters: readonly string[];
  rows: readonly AnsweredRow[];
  spans: SpanIndex;
}

/** Reads who answered in the spans, and since when. */
export async function readAnswers(
  transaction: Transaction,
  need: AnswersNeed,
  memory: FirstAnswersMemory,
): Promise<Answered> {
  const { counters, by, kinds } = need;
  const { client, scope } = transaction;
  const spans = new SpanIndex(need.spans);
  const rows = new RowsByKeys(counters, spans.spans.length);
  for (const [counter, found] of (await memory.of(transaction, need)).entries()) {
    for (const { keys, since } of found) rows.of(keys).since[counter] = since;
  }
  const asked = spans.spans.map(({ from, to }) => ({ from: dateOf(from), to: dateOf(to) }));
  const pieces = need.monthly === true ? monthPiecesOf(asked) : piecesOf(asked);
  const text = answersSql({ ...need, ofKinds: kinds !== null });
  const values = [
    scope.organisationId,
    pieces.map(({ grain }) => grain),
    pieces.map(({ from }) => from),
    pieces.map(({ to }) => to),
    pieces.map(({ first }) => first),
    pieces.map(({ step }) => step),
    ...(kinds === null ? [] : [[...kinds]]),
  ];
  // Which counters stand together depends on who asks at once: too many statements to prepare each.
  const read = pieces.length === 0 ? [] : (await client.query(text, values)).rows;
  for (const row of read as (Record<`k${number}`, Stored> & { span: number; answers: string })[]) {
    const { since, counts } = rows.of(by.map((_, index) => String(row[`k${index}`] ?? '')));
    const week = need.monthly === true ? (spans.spans[row.span]?.from ?? null) : weekOfSpan(spans.spans[row.span]);
    for (const [counter, count] of (JSON.parse(`[${row.answers.slice(1, -1)}]`) as number[]).entries()) {
      counts[counter]?.set([count], row.span);
      // What has come in since the first answers were looked up counts as well.
      if (count > 0 && week !== null) since[counter] = Math.min(since[counter] ?? Infinity, week);
    }
  }
  return { by, counters: counters.map(nameOfCounter), rows: rows.all(), spans };
}

/** The Monday of the week a span lies in; null for one that is longer, of which it is not known when in it they answered. */
function weekOfSpan(span: DaySpan | undefined): number | null {
  if (span === undefined) return null;
  const monday = mondayOf(span.from);
  return span.to - monday <= 7 ? monday : null;
}

class RowsByKeys {
  private readonly rows = new Map<string, AnsweredRow & { since: (number | null)[] }>();

  constructor(
    private readonly counters: readonly Counter[],
    private readonly spans: number,
  ) {}

  of(keys: readonly string[]): AnsweredRow & { since: (number | null)[] } {
    const name = keys.join('\n');
    let row = this.rows.get(name);
    if (row === undefined) {
      row = {
        keys,
        since: this.counters.map(() => null),
        counts: this.counters.map(() => new Float64Array(this.spans)),
      };
      this.rows.set(name, row);
    }
    return row;
  }

  all(): AnsweredRow[] {
    return [...this.rows.values()];
  }
}
