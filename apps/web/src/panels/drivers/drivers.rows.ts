import type { DriverDto } from '#contracts/metrics-drivers.dto.ts';
import type { Speech } from '../../format/speech.ts';

/** What to do about a touchpoint, by whether it matters and how well it does. */
export type Quarter = 'mend' | 'keep' | 'later' | 'fine';

/** A touchpoint that is drawn: both of its numbers are told. */
export interface DriverRow {
  driver: DriverDto;
  name: string;
  importance: number;
  csat: number;
  quarter: Quarter;
}

/** The touchpoints that can be drawn, and where the lines between the quarters stand. */
export interface DriverRows {
  rows: DriverRow[];
  middle: { importance: number; csat: number };
}

/** Places touchpoints in quarters, parted by the means of those drawn: a touchpoint matters by comparison only. */
export function driverRows(drivers: readonly DriverDto[], { nameOf }: Pick<Speech, 'nameOf'>): DriverRows {
  const drawn = drivers.flatMap((driver) => {
    const { importance, performance, touchpoint } = driver;
    if (importance.value === null || performance.value === null) return [];
    return [{ driver, name: nameOf('touchpoint', touchpoint), importance: importance.value, csat: performance.value }];
  });
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const middle =
    drawn.length === 0
      ? { importance: 0, csat: 0 }
      : { importance: mean(drawn.map((row) => row.importance)), csat: mean(drawn.map((row) => row.csat)) };
  return {
    rows: drawn.map((row) => ({
      ...row,
      quarter:
        row.importance >= middle.importance
          ? row.csat < middle.csat
            ? ('mend' as const)
            : ('keep' as const)
          : row.csat < middle.csat
            ? ('later' as const)
            : ('fine' as const),
    })),
    middle,
  };
}

/** Importance is told in whole percent, and is written so. */
export function wholePercent({ figures, rightToLeft }: Pick<Speech, 'figures' | 'rightToLeft'>, value: number): string {
  const text = `${figures.cell('percent', value, 100)}%`;
  return rightToLeft ? `\u2066${text}\u2069` : text;
}

/** An interval of importance. */
export function wholeRange(speech: Pick<Speech, 'figures' | 'rightToLeft'>, low: number, high: number): string {
  const text = `${speech.figures.cell('percent', low, 100)} – ${speech.figures.cell('percent', high, 100)}%`;
  return speech.rightToLeft ? `\u2066${text}\u2069` : text;
}
