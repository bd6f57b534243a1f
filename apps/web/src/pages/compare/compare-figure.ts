import type { ComparedMetricDto, ComparedSideDto } from '#contracts/metrics-compare.dto.ts';
import { niceAxis } from '../../charts/nice-axis.ts';

/** A value with its interval as places along an axis, in percent of its length from the low end. */
export interface Placed {
  at: number;
  /** Where the interval begins and how far it reaches; null where there is none. */
  interval: { from: number; length: number } | null;
}

/** An axis with what is drawn on it; `null` stands for what is not told. */
export interface Figure {
  ticks: { value: number; at: number }[];
  placed: (Placed | null)[];
}

type Drawn = Pick<ComparedSideDto, 'value' | 'low' | 'high'>;

const STEPS = 4;

/** Both values on one axis, around what is drawn: a small difference is to be seen, so it need not begin at zero. */
export function valuesFigure({ a, b, unit }: ComparedMetricDto): Figure {
  return figureOf([a, b], unit === 'count' ? [0] : []);
}

/** The difference on an axis that shows where no difference lies. */
export function differenceFigure({ difference }: ComparedMetricDto): Figure {
  return figureOf([difference], [0]);
}

function figureOf(drawn: readonly Drawn[], shown: readonly number[]): Figure {
  const known = drawn.flatMap(({ value, low, high }) => [value, low, high].filter((part) => part !== null));
  const { min, max, interval } = niceAxis([...known, ...(known.length > 0 ? shown : [])], STEPS, false);
  const at = (value: number): number => (100 * (value - min)) / (max - min);
  const count = Math.round((max - min) / interval) + 1;
  return {
    ticks: Array.from({ length: count }, (_, index) => {
      const value = Number((min + index * interval).toPrecision(12));
      return { value, at: at(value) };
    }),
    placed: drawn.map(({ value, low, high }) =>
      value === null
        ? null
        : {
            at: at(value),
            interval: low === null || high === null ? null : { from: at(low), length: at(high) - at(low) },
          },
    ),
  };
}
