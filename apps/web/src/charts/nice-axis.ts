/** The ends of an axis on round numbers, and the step between its lines. */
export interface NiceAxis {
  min: number;
  max: number;
  interval: number;
}

const ROUND = [1, 2, 2.5, 5, 10];

/** An axis around the values drawn, with about as many steps as asked for, each a round number. */
export function niceAxis(values: readonly number[], steps: number, fromZero: boolean): NiceAxis {
  const low = fromZero ? 0 : Math.min(...values);
  const high = Math.max(...values, fromZero ? 1 : low);
  if (values.length === 0 || !Number.isFinite(low)) return { min: 0, max: 1, interval: 1 };
  const interval = roundStep((high - low || Math.abs(high) || 1) / steps);
  const min = Math.floor(low / interval) * interval;
  const max = Math.ceil(high / interval) * interval;
  return { min: clean(min), max: clean(max > min ? max : min + interval), interval };
}

/** How far each label moves up (negative) or down, in pixels, so that labels of values near each other do not overlap. */
export function spreadLabels(values: readonly (number | null)[], { min, max }: NiceAxis, height: number): number[] {
  const perUnit = height / (max - min);
  const placed = values
    .flatMap((value, index) => (value === null ? [] : [{ index, at: (max - value) * perUnit }]))
    .sort((one, other) => one.at - other.at);
  const moved = new Array<number>(values.length).fill(0);
  let last = -Infinity;
  for (const { index, at } of placed) {
    const free = Math.max(at, last + LABEL_HEIGHT);
    moved[index] = Math.round(free - at);
    last = free;
  }
  return moved;
}

const LABEL_HEIGHT = 16;

function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  return (ROUND.find((round) => round * power >= step * 0.999) ?? 10) * power;
}

/** Takes away what floating point adds: 0.30000000000000004 is 0.3. */
function clean(value: number): number {
  return Number(value.toPrecision(12));
}
