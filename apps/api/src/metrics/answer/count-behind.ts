import type { Transaction } from '../../database/database.ts';
import type { Question } from '../question/question.ts';
import { spansOf } from './metric-spans.ts';
import { readTables } from './read-tables.ts';
import { contextOf, seriesOf } from './series.ts';

/** How many records a question of one metric, one period and no dimensions rests on, however few they are. */
export async function countBehind(transaction: Transaction, question: Question): Promise<number> {
  const [metric] = question.metrics;
  const [period] = question.periods;
  if (metric === undefined || period === undefined) return 0;
  const { now } = spansOf(metric, question);
  const cells = (await readTables(transaction, question, [{ metric, spans: now }])).get(metric.facts);
  const [series] = cells === undefined ? [] : seriesOf(metric, question, cells);
  if (series === undefined) return 0;
  return metric.estimate(series.countsIn(now[0] ?? period, period.from), contextOf(metric)).n;
}
