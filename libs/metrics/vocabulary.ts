/** The words an answer may use. Rates are 0–100, NPS −100–100, waits minutes. */
export const UNITS = ['percent', 'points', 'minutes', 'count', 'score', 'stars'] as const;
export type Unit = (typeof UNITS)[number];

/** Which way is better. */
export const DIRECTIONS = ['higher', 'lower', 'neutral'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** How an interval was computed; `exact` is a plain count, which has none. */
export const INTERVAL_METHODS = ['wilson95', 'adjusted-wald95', 'student-t95', 'order-statistics95', 'exact'] as const;
export type IntervalMethod = (typeof INTERVAL_METHODS)[number];

/**
 * Why a value is hidden: it rests on too few itself, or it could be taken from other numbers to leave something that does.
 */
export const WITHHELD_REASONS = ['fewer-than-minimum', 'would-reveal-few'] as const;
export type WithheldReason = (typeof WITHHELD_REASONS)[number];

/** The signal rule's verdict: special cause for the better or the worse, or (for metrics without a better way) high or low. */
export const SIGNALS = ['common-cause', 'improvement', 'concern', 'high', 'low'] as const;
export type Signal = (typeof SIGNALS)[number];

/** The word for a change; `higher` and `lower` are for metrics without a better way, such as the number of responses. */
export const CHANGE_VERDICTS = ['better', 'worse', 'higher', 'lower', 'no-detectable-change', 'too-few'] as const;
export type ChangeVerdict = (typeof CHANGE_VERDICTS)[number];
