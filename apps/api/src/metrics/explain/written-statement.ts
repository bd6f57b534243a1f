import type { StatementDto } from '#contracts/explanation.dto.ts';
import type { Dimension } from '#contracts/dimension.ts';
import type { Metric } from '#metrics/metric.ts';
import { dimensionsRead } from '../answer/parts.ts';
import { slotsRead } from '../answer/read-tables.ts';
import { filtersOf } from '../cells/cell-filters.ts';
import { CELLS_OF } from '../cells/cell-keys.ts';
import { cellsSql } from '../cells/cells.query.ts';
import { monthPiecesOf, piecesOf } from '../cells/piece.ts';
import type { Span } from '../cells/span.ts';
import { SpanPlan } from '../cells/span-plan.ts';
import { dimensionWords, type Stored } from '../question/dimension-words.ts';
import type { Question } from '../question/question.ts';

/** The statement that reads the counts of a span, written by what writes it for every answer; codes stand for ids. */
export function writtenStatement(metric: Metric, question: Question, span: Span): StatementDto {
  const { name: table, monthly } = CELLS_OF[metric.facts];
  const slots = [...new Set(slotsRead(metric, question))].sort((a, b) => a - b);
  const where = filtersOf(question.filter, metric);
  const spans = new SpanPlan([span]).read;
  const pieces = monthly === true ? monthPiecesOf(spans) : piecesOf(spans);
  const shape = { table, slots, by: dimensionsRead(metric, question.by), where: [...where.keys()] };
  const holds: [means: string, holds: unknown][] = [
    ['organisation', 'this one'],
    ['grain', pieces.map(({ grain }) => grain)],
    ['from', pieces.map(({ from }) => from)],
    ['to', pieces.map(({ to }) => to)],
    ['first span', pieces.map(({ first }) => first)],
    ['days a span', pieces.map(({ step }) => step)],
    ...[...where].map(([dimension, kept]): [string, unknown] => [dimension, codesOf(dimension, kept, question)]),
  ];
  return {
    text: cellsSql(shape),
    parameters: holds.map(([means, value], index) => ({
      ...{ name: `$${index + 1}`, means, holds: JSON.stringify(value) },
    })),
  };
}

function codesOf(dimension: Dimension, kept: readonly Stored[], { organisation }: Question): string[] {
  const words = dimensionWords(dimension, organisation);
  return kept.map((stored) => words.codeOf(stored));
}
