/** What survey answers can be broken down by. */
export const SURVEY_DIMENSIONS = ['site', 'department', 'channel', 'language'] as const;

/** Satisfaction is also asked touchpoint by touchpoint, on the same scale. */
export const SATISFACTION_DIMENSIONS = ['site', 'department', 'touchpoint', 'channel', 'language'] as const;

export const WAIT_DIMENSIONS = ['site', 'department', 'wait-kind', 'channel'] as const;

export const COMPLAINT_DIMENSIONS = ['site', 'department', 'touchpoint', 'channel', 'subject', 'severity'] as const;

/** Monthly counts know a place and where patients were asked, nothing of who they were. */
export const FFT_COUNT_DIMENSIONS = ['site', 'department', 'collection'] as const;

export const REVIEW_DIMENSIONS = ['site', 'department', 'platform', 'language'] as const;
