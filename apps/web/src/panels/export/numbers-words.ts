import type { Dimension } from '#contracts/dimension.ts';
import type { MetricAnswerDto } from '#contracts/metric-answer.dto.ts';
import { SIGNALS, UNITS, WITHHELD_REASONS } from '#metrics/vocabulary.ts';
import type { Speech } from '../../format/speech.ts';
import { withheldWords } from '../../format/withheld-words.ts';

const COLUMNS = ['from', 'through', 'unit', 'low', 'high', 'withheld', 'provisional', 'expected_share'];
const SHOWN_COLUMNS = ['metric', 'period', 'value', 'n', 'signal'];

/** What the reader calls everything in a table of answers, by kind and code, as the API wants it. */
export function numbersWords(
  answers: readonly MetricAnswerDto[],
  minimumResponses: number,
  dimensionName: (dimension: Dimension) => string,
  speech: Speech,
): Record<string, string> {
  const { say, metricName, nameOf } = speech;
  const groups = answers.flatMap(({ points }) => points.flatMap(({ by }) => Object.entries(by)));
  return Object.fromEntries([
    ...COLUMNS.map((column) => [`column/${column}`, say(`panels.export.columns.${column}`)]),
    ...SHOWN_COLUMNS.map((column) => [`column/${column}`, say(`panels.columns.${column}`)]),
    ...UNITS.map((unit) => [`unit/${unit}`, say(`panels.export.units.${unit}`)]),
    ...SIGNALS.map((signal) => [`signal/${signal}`, say(`panels.signals.${signal}`)]),
    ...WITHHELD_REASONS.map((reason) => [`withheld/${reason}`, withheldWords(reason, minimumResponses, speech)]),
    ...['yes', 'no'].map((word) => [`provisional/${word}`, say(`panels.export.provisional.${word}`)]),
    ...answers.map(({ metric }) => [`metric/${metric}`, metricName(metric)]),
    ...groups.map(([dimension]) => [`column/${dimension}`, dimensionName(dimension as Dimension)]),
    ...groups.map(([dimension, code]) => [`${dimension}/${code}`, nameOf(dimension as Dimension, code)]),
  ]);
}
