import { type CsvCell, csvText } from '#contracts/csv-text.ts';
import type { MetricAnswerDto, MetricPointDto } from '#contracts/metric-answer.dto.ts';
import { dateOf, dayNumberOf } from '#domain/calendar-date.ts';
import type { ReaderWords } from './reader-words.ts';

/**
 * Answers as a table: a line a point, in the order of the answers. A number that is withheld is an empty cell beside the
 * reason. Of a provisional number stands beside it what percent of its answers are expected to have come; nothing where
 * that is not known, or all have. Dates are those of data, whatever calendar the reader keeps.
 */
export function numbersCsv(answers: readonly MetricAnswerDto[], words: ReaderWords): string {
  const dimensions = [...new Set(answers.flatMap(({ points }) => points.flatMap(({ by }) => Object.keys(by))))];
  const group = dimensions.map((dimension) => words('column', dimension));
  const rest = [
    ...['period', 'from', 'through', 'value', 'unit', 'low', 'high', 'n', 'signal', 'withheld'],
    ...['provisional', 'expected_share'],
  ];
  return csvText(
    [words('column', 'metric'), ...group, ...rest.map((column) => words('column', column))],
    answers.flatMap((answer) => answer.points.map((point) => lineOf(answer, point, dimensions, words))),
  );
}

function lineOf(
  { metric, unit }: MetricAnswerDto,
  { at, from, to, by, value, low, high, n, signal, withheld, provisional, expectedShare }: MetricPointDto,
  dimensions: readonly string[],
  words: ReaderWords,
): CsvCell[] {
  return [
    words('metric', metric),
    ...dimensions.map((dimension) => {
      const code = by[dimension];
      return code === undefined ? null : words(dimension, code);
    }),
    ...[at, from, dateOf(dayNumberOf(to) - 1)],
    ...[value, words('unit', unit), low, high, n],
    signal === null ? null : words('signal', signal),
    withheld === null ? null : words('withheld', withheld),
    words('provisional', provisional ? 'yes' : 'no'),
    expectedShare,
  ];
}
