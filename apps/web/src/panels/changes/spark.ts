/** Size of the small picture, in its own units. */
export const SPARK = { width: 112, height: 32, pad: 3 } as const;

/** A run of values as pieces of a line in the small picture; a gap in the values is a gap in the line. */
export function sparkLines(values: readonly (number | null)[]): {
  lines: string[];
  end: readonly [number, number] | null;
} {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return { lines: [], end: null };
  const low = Math.min(...known);
  const stretch = Math.max(...known) - low || 1;
  const { width, height, pad } = SPARK;
  const x = (index: number): number => round(pad + (index * (width - 2 * pad)) / Math.max(1, values.length - 1));
  const y = (value: number): number => round(height - pad - ((value - low) / stretch) * (height - 2 * pad));

  const lines: string[] = [];
  let line: string[] = [];
  values.forEach((value, index) => {
    if (value !== null) line.push(`${x(index)},${y(value)}`);
    if ((value === null || index === values.length - 1) && line.length > 0) {
      lines.push(line.join(' '));
      line = [];
    }
  });
  const last = values.findLastIndex((value) => value !== null);
  return { lines, end: [x(last), y(values[last] ?? low)] };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
