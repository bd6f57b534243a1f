import type { DaySpan } from '#metrics/small-numbers/cut-class.ts';
import { dateOf } from '#domain/calendar-date.ts';
import type { Transaction } from '../../database/database.ts';
import { piecesOf } from '../cells/piece.ts';
import { preparedName } from '../prepared-name.ts';
import type { Stored } from '../question/dimension-words.ts';
import { SpanIndex } from './span-index.ts';
import { type AnswersShape, answersSql } from './answers.query.ts';
import { firstAnswers } from './first-answers.ts';

/** One combination of values that anybody ever answered with. */
export interface AnsweredRow {
  /** The values as stored, in the order of `by`. */
  keys: readonly string[];
  /** For each counter, the Monday of the first week with answers, as a day number; null before there are any. */
  since: readonly (number | null)[];
  /** For each counter, the answers in each of the spans read. */
  counts: readonly Float64Array[];
}

/** Who answered, and which span is which. */
export interface Answered {
  rows: readonly AnsweredRow[];
  spans: SpanIndex;
}

/** Reads who answered in the spans, and since when. */
export async function readAnswers(
  transaction: Transaction,
  shape: AnswersShape,
  kinds: readonly Stored[] | undefined,
  asked: readonly DaySpan[],
): Promise<Answered> {
  const { counters, by } = shape;
  const { client, scope } = transaction;
  const spans = new SpanIndex(asked);
  const rows = new Map<string, AnsweredRow & { since: (number | null)[] }>();
  const rowOf = (keys: readonly string[]): AnsweredRow & { since: (number | null)[] } => {
    const name = keys.join('\n');
    let row = rows.get(name);
    if (row === undefined) {
      row = { keys, since: counters.map(() => null), counts: counters.map(() => new Float64Array(spans.spans.length)) };
      rows.set(name, row);
    }
    return row;
  };
  for (const { keys, since } of await firstAnswers(transaction, shape, kinds)) rowOf(keys).since = [...since];
  const pieces = piecesOf(spans.spans.map(({ from, to }) => ({ from: dateOf(from), to: dateOf(to) })));
  const text = answersSql(shape);
  const values = [
    scope.organisationId,
    pieces.map(({ grain }) => grain),
    pieces.map(({ from }) => from),
    pieces.map(({ to }) => to),
    pieces.map(({ first }) => first),
    pieces.map(({ step }) => step),
    ...(kinds === undefined ? [] : [[...kinds]]),
  ];
  const read = pieces.length === 0 ? [] : (await client.query({ name: preparedName(text), text, values })).rows;
  for (const row of read as (Record<`k${number}`, Stored> & { span: number; answers: string })[]) {
    const { since, counts } = rowOf(by.map((_, index) => String(row[`k${index}`] ?? '')));
    const from = spans.spans[row.span]?.from ?? Infinity;
    for (const [counter, count] of (JSON.parse(`[${row.answers.slice(1, -1)}]`) as number[]).entries()) {
      counts[counter]?.set([count], row.span);
      // What has come in since the first answers were looked up counts as well.
      if (count > 0) since[counter] = Math.min(since[counter] ?? Infinity, from);
    }
  }
  return { rows: [...rows.values()], spans };
}
