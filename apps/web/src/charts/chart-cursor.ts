/** Where the keyboard stands on a chart: which series and which of its marks. */
export interface Cursor {
  series: number;
  index: number;
}

/** Along which way the marks of a series run: a trend across, the rows of a distribution down, a scatter anyhow. */
export type Course = 'across' | 'down' | 'free';

const ALONG: Record<Course, readonly [string, string]> = {
  across: ['ArrowLeft', 'ArrowRight'],
  down: ['ArrowUp', 'ArrowDown'],
  free: ['ArrowUp', 'ArrowDown'],
};
const BETWEEN: Record<Course, readonly [string, string]> = {
  across: ['ArrowUp', 'ArrowDown'],
  down: ['ArrowLeft', 'ArrowRight'],
  free: ['ArrowLeft', 'ArrowRight'],
};

/**
 * The cursor after a key, in a chart whose series have so many marks each; undefined for a key that moves nothing. The
 * ends stop, they do not wrap: a reader feels where the chart ends.
 */
export function movedCursor(
  cursor: Cursor,
  key: string,
  lengths: readonly number[],
  course: Course,
): Cursor | undefined {
  const within = (value: number, length: number): number => Math.max(0, Math.min(value, length - 1));
  const length = lengths[cursor.series] ?? 0;
  const [back, on] = ALONG[course];
  const [up, down] = BETWEEN[course];
  if (key === back) return { ...cursor, index: within(cursor.index - 1, length) };
  if (key === on) return { ...cursor, index: within(cursor.index + 1, length) };
  if (key === 'Home') return { ...cursor, index: 0 };
  if (key === 'End') return { ...cursor, index: within(length - 1, length) };
  if (key !== up && key !== down) return undefined;
  const series = within(cursor.series + (key === down ? 1 : -1), lengths.length);
  return { series, index: within(cursor.index, lengths[series] ?? 0) };
}
