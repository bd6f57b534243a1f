/** What failures are counted against. */
export type BucketKind = 'pair' | 'account' | 'address' | 'device' | 'second-factor' | 'letter';

/** From how many failures on somebody has to wait, and how long at most. */
interface Patience {
  freeFailures: number;
  longestSeconds: number;
}

/**
 * One person at one address soon waits long. An account as a whole, and an address as a whole (a hospital may have but
 * one), can take more before anybody waits, and an account never keeps strangers out for long, because its owner may be
 * among them.
 */
export const PATIENCE: Readonly<Record<BucketKind, Patience>> = {
  pair: { freeFailures: 5, longestSeconds: 900 },
  account: { freeFailures: 20, longestSeconds: 60 },
  address: { freeFailures: 50, longestSeconds: 300 },
  device: { freeFailures: 10, longestSeconds: 900 },
  'second-factor': { freeFailures: 5, longestSeconds: 900 },
  letter: { freeFailures: 3, longestSeconds: 900 },
};

/** So long after the last failure half of them are forgotten. */
export const HALF_FORGOTTEN_AFTER_SECONDS = 1_800;
/** More are not counted: they would take days to be forgotten. */
const MOST_COUNTED = 100;

export interface Failures {
  failures: number;
  lastFailedAtMs: number;
}

/** Failures that still count at an instant. */
export function failuresAt({ failures, lastFailedAtMs }: Failures, nowMs: number): number {
  const seconds = Math.max(0, (nowMs - lastFailedAtMs) / 1000);
  return Math.min(MOST_COUNTED, Math.round(failures * 0.5 ** (seconds / HALF_FORGOTTEN_AFTER_SECONDS)));
}

/** Seconds until the next attempt is looked at: 1, 2, 4 … after each failure beyond the free ones; 0 for at once. */
export function waitSeconds(kind: BucketKind, bucket: Failures, nowMs: number): number {
  const { freeFailures, longestSeconds } = PATIENCE[kind];
  const beyond = failuresAt(bucket, nowMs) - freeFailures;
  if (beyond < 0) return 0;
  const until = bucket.lastFailedAtMs + Math.min(longestSeconds, 2 ** beyond) * 1000;
  return Math.max(0, Math.ceil((until - nowMs) / 1000));
}
