import type { Dimension } from '#contracts/dimension.ts';
import type { MetricAnswerDto, MetricPointDto } from '#contracts/metric-answer.dto.ts';
import { markLabel } from '../../charts/mark-lines.ts';
import { toneOf, type Tone } from '../../findings/change.ts';
import { periodMark } from '../../format/period-name.ts';
import type { Speech } from '../../format/speech.ts';
import { cellFigureOf, type Figure, type Told, toldOf } from '../../ui/told.ts';
import { heatDomain, heatLevel } from './heat-scale.ts';

/** One cell: a value printed in its colour, a hatched gap where it is withheld, an empty one where nobody answered. */
export interface HeatCell {
  kind: 'value' | 'withheld' | 'none';
  /** Empty where nobody answered. */
  text: Figure | '';
  level: number | null;
  tone: Tone | 'calm';
  /** The cell in one breath. */
  label: string;
  point: Told | null;
}

export interface HeatRow {
  code: string;
  name: string;
  cells: HeatCell[];
}

export interface HeatGrid {
  columns: { key: string; label: string }[];
  rows: HeatRow[];
  /** The ends of the colour scale; null when there is no value at all. */
  domain: readonly [number, number] | null;
}

export interface HeatSetting {
  rows: Dimension;
  columns: Dimension | 'week';
  /** The organisation's own order of the codes of a dimension; codes it does not name follow. */
  orderOf(dimension: Dimension): readonly string[];
  minimumResponses: number;
  speech: Speech;
}

/** The answer as a grid: every row against every column, whether or not there is a value. */
export function heatGrid(answer: MetricAnswerDto, setting: HeatSetting): HeatGrid {
  const { rows, columns, orderOf, speech } = setting;
  const columnOf = (point: MetricPointDto): string => (columns === 'week' ? point.at : (point.by[columns] ?? ''));
  const rowOf = (point: MetricPointDto): string => point.by[rows] ?? '';
  const values = answer.points.flatMap(({ value }) => (value === null ? [] : [value]));
  const domain = heatDomain(answer.unit, values);
  const cells = new Map(answer.points.map((point) => [`${rowOf(point)}\n${columnOf(point)}`, point]));

  const columnKeys = inOrder(answer.points.map(columnOf), columns === 'week' ? [] : orderOf(columns));
  const rowKeys = inOrder(answer.points.map(rowOf), orderOf(rows));
  return {
    domain,
    columns: columnKeys.map((key) => ({
      key,
      label: columns === 'week' ? periodMark(key, speech) : speech.nameOf(columns, key),
    })),
    rows: rowKeys.map((code) => ({
      code,
      name: speech.nameOf(rows, code),
      cells: columnKeys.map((key) => cellOf(cells.get(`${code}\n${key}`), answer, domain, setting)),
    })),
  };
}

/** The grid cut to its last columns. */
export function lastColumns(grid: HeatGrid, count: number): HeatGrid {
  return withColumns(grid, (columns) => columns.slice(-count));
}

/** The grid with its columns the other way round: so weeks run from left to right in a right-to-left page, too. */
export function mirroredColumns(grid: HeatGrid): HeatGrid {
  return withColumns(grid, (columns) => columns.toReversed());
}

function withColumns(grid: HeatGrid, change: <Column>(columns: Column[]) => Column[]): HeatGrid {
  const rows = grid.rows.map((row) => ({ ...row, cells: change(row.cells) }));
  return { ...grid, columns: change(grid.columns), rows };
}

function cellOf(
  point: MetricPointDto | undefined,
  answer: MetricAnswerDto,
  domain: readonly [number, number] | null,
  { minimumResponses, speech }: HeatSetting,
): HeatCell {
  if (!point || (point.value === null && point.withheld === null)) {
    return { kind: 'none', text: '', level: null, tone: 'calm', label: speech.say('panels.noAnswers'), point: null };
  }
  const told = toldOf(answer, point);
  const label = markLabel(answer, point, minimumResponses, speech);
  const text = cellFigureOf(told, domain?.[1] ?? point.value ?? 0, speech.figures);
  if (point.value === null) return { kind: 'withheld', text, level: null, tone: 'calm', label, point: told };
  return {
    kind: 'value',
    text,
    level: domain && heatLevel(point.value, domain),
    tone: toneOf(point.signal) ?? 'calm',
    label,
    point: told,
  };
}

function inOrder(codes: readonly string[], order: readonly string[]): string[] {
  const present = [...new Set(codes)];
  const place = (code: string): number => (order.includes(code) ? order.indexOf(code) : order.length);
  return present.sort((one, other) => place(one) - place(other));
}
