import { ApiFailure } from './api-failure.ts';

/** Keys (under `shell.states`) of what went wrong and of what to do about it, and the API's own words where it gave some. */
export interface FailureWords {
  title: 'unreachable' | 'refused' | 'missing' | 'busy' | 'broken' | 'conflict';
  detail: string;
}

export function failureWordsOf(error: unknown): FailureWords {
  if (!(error instanceof ApiFailure)) return { title: 'broken', detail: '' };
  const detail = error.messages.join(' · ');
  if (error.status === 0 || error.status === 502 || error.status === 504) return { title: 'unreachable', detail: '' };
  if (error.status === 404) return { title: 'missing', detail };
  if (error.status === 409) return { title: 'conflict', detail };
  if (error.status === 429) return { title: 'busy', detail: '' };
  return error.refused ? { title: 'refused', detail } : { title: 'broken', detail: '' };
}
