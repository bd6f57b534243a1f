/** What numbers can be broken down and filtered by. Values are codes on the wire (never database ids). */
export const DIMENSIONS = [
  'site',
  'department',
  'touchpoint',
  'channel',
  'language',
  'wait-kind',
  'platform',
  'subject',
  'severity',
  'collection',
] as const;

export type Dimension = (typeof DIMENSIONS)[number];

/** previous = the periods just before, of equal length and the same weekdays; year = 52 weeks earlier. */
export const COMPARISONS = ['previous', 'year'] as const;

export type Comparison = (typeof COMPARISONS)[number];

/** Filters of a question: a dimension and the codes to keep. */
export type Where = Partial<Record<Dimension, string[]>>;
