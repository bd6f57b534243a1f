import type { MetricAnswerDto, MetricPointDto } from '#contracts/metric-answer.dto.ts';
import type { Unit } from '#metrics/vocabulary.ts';
import type { Figures } from '../format/figures.ts';

declare const TOLD: unique symbol;
declare const FIGURE: unique symbol;

/**
 * A number with all it takes to believe it: value, n, interval, method, period, freshness, signal, and why it is withheld.
 * Whatever draws or writes a number takes one of these, and only a point of an answer becomes one: a bare number does
 * not compile.
 */
export type Told = Readonly<MetricPointDto> & {
  readonly [TOLD]: true;
  readonly metric: string;
  readonly unit: Unit;
};

/** A number as it is written on a page; only what is told becomes one. */
export type Figure = string & { readonly [FIGURE]: true };

export function toldOf({ metric, unit }: Pick<MetricAnswerDto, 'metric' | 'unit'>, point: MetricPointDto): Told {
  return { ...point, metric, unit } as Told;
}

/** As a headline: the figure, and its unit apart. */
export function headlineOf({ unit, value }: Told, figures: Figures): { figure: Figure; unit: string } {
  const parts = figures.parts(unit, value);
  return { figure: parts.figure as Figure, unit: parts.unit };
}

/** As short as a cell needs it; a dash where there is nothing to show. */
export function cellFigureOf({ unit, value }: Told, largest: number, figures: Figures): Figure {
  return (value === null ? '–' : figures.cell(unit, value, largest)) as Figure;
}
