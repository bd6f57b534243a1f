import type { StatusWords } from '../helpdesk/ticket-moves.ts';

/** Statuses by number, as the API writes them, and by word, as tables do. Owners of a helpdesk add their own. */
export const FRESHDESK_STATUSES: StatusWords = {
  fresh: [],
  working: ['2', '3', 'open', 'pending'],
  solved: ['4', 'resolved'],
  closed: ['5', 'closed'],
};

export const FRESHDESK_PRIORITIES: Readonly<Record<string, string>> = {
  1: 'low',
  2: 'medium',
  3: 'high',
  4: 'critical',
  urgent: 'critical',
};

/** What tickets came by, by number and by word. */
export const FRESHDESK_SOURCES: Readonly<Record<string, string>> = {
  1: 'email',
  2: 'web',
  3: 'phone',
  5: 'social',
  6: 'social',
  7: 'chat',
  8: 'app',
  9: 'web',
  10: 'email',
  13: 'chat',
  portal: 'web',
  twitter: 'social',
  facebook: 'social',
  mobihelp: 'app',
  'feedback widget': 'web',
  'outbound email': 'email',
  whatsapp: 'chat',
};
