import type { Metric, MetricFacts } from '#metrics/metric.ts';
import type { Transaction } from '../../database/database.ts';
import { CELLS_OF } from '../cells/cell-keys.ts';
import { filtersOf } from '../cells/cell-filters.ts';
import { slotsOf, slotsOfTouchpoint } from '../cells/metric-slots.ts';
import { readCells } from '../cells/read-cells.ts';
import type { Span } from '../cells/span.ts';
import { SpanPlan } from '../cells/span-plan.ts';
import type { Question } from '../question/question.ts';
import { type CellsRead, dimensionsRead, touchpointsRead } from './parts.ts';

/** A metric with the dates it needs. */
export interface MetricNeed {
  metric: Metric;
  spans: readonly Span[];
}

/** Reads what all metrics of a question need: one statement a table of cells. */
export async function readTables(
  transaction: Transaction,
  question: Question,
  needs: readonly MetricNeed[],
): Promise<Map<MetricFacts, CellsRead>> {
  const read = new Map<MetricFacts, CellsRead>();
  for (const [facts, members] of Map.groupBy(needs, ({ metric }) => metric.facts)) {
    const [first] = members;
    if (first === undefined) continue;
    const plan = new SpanPlan(members.flatMap(({ spans }) => spans));
    const by = [...new Set(members.flatMap(({ metric }) => dimensionsRead(metric, question.by)))];
    const slots = [...new Set(members.flatMap(({ metric }) => slotsRead(metric, question)))].sort((a, b) => a - b);
    const where = filtersOf(question.filter, first.metric);
    const { name: table, monthly } = CELLS_OF[facts];
    const request = { table, monthly, slots, spans: plan.read, by, where };
    read.set(facts, { by, plan, ...(await readCells(transaction, request)) });
  }
  return read;
}

/** The slots that a metric reads of its cells, those of each touchpoint asked for. */
export function slotsRead(metric: Metric, { by, filter, organisation }: Question): number[] {
  const touchpoints =
    metric.facts === 'survey-responses' ? touchpointsRead(by, filter.touchpoints, organisation.touchpoints) : null;
  return touchpoints === null
    ? slotsOf(metric)
    : touchpoints.flatMap((touchpoint) => slotsOfTouchpoint(metric, touchpoint));
}
