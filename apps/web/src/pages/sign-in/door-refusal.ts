import { ApiFailure } from '../../api/api-failure.ts';

/** Keys (under `signIn.refused`) of what was not accepted; `failed` for what is not about what was typed. */
const REASONS = [
  'password-too-short',
  'password-too-long',
  'password-too-common',
  'password-about-you',
  'password-wrong',
  'code-wrong',
  'start-again',
  'link-worthless',
  'second-factor-required',
  'second-factor-unreadable',
  'second-factor-unavailable',
] as const;

export type DoorRefusal = (typeof REASONS)[number] | 'wrong' | 'wait' | 'unreachable' | 'failed';

/** Why somebody was not let in, in words of ours. */
export function doorRefusalOf(error: unknown): DoorRefusal {
  if (!(error instanceof ApiFailure)) return 'failed';
  const reason = REASONS.find((known) => known === error.reason);
  if (reason !== undefined) return reason;
  if (error.status === 401) return 'wrong';
  if (error.status === 429) return 'wait';
  return error.status === 0 || error.status >= 502 ? 'unreachable' : 'failed';
}

/** Whole minutes, or seconds below two of them, that somebody has to wait. */
export function waitOf(error: unknown): { unit: 'second' | 'minute'; count: number } {
  const seconds = error instanceof ApiFailure ? (error.waitSeconds ?? 60) : 60;
  return seconds < 120 ? { unit: 'second', count: seconds } : { unit: 'minute', count: Math.ceil(seconds / 60) };
}
