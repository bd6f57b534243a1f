import { expect, it } from '@jest/globals';
import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import { dashboardLink } from './dashboard-link.ts';

/** A Sunday: the week of Monday 16 November is the running one. */
const TODAY = '2026-11-22';

it.each<[string, FactKind, string | null, string, Record<string, string>]>([
  ['rows of last year', 'survey-responses', '2025-03-06', '/this-week', { weeks: '13', until: '2025-03-10' }],
  ['rows up to last week', 'waits', '2026-11-15', '/waits', { weeks: '13' }],
  [
    'rows of the running week',
    'complaints',
    '2026-11-17',
    '/complaints/numbers',
    { from: '2026-08-24', to: '2026-11-18' },
  ],
  ['steps of complaints', 'complaint-events', '2026-11-09', '/complaints/numbers', { weeks: '13' }],
  ['nobody knows when', 'reviews', null, '/this-week', {}],
])('%s', (_, kind, lastDay, path, query) => {
  expect(dashboardLink(kind, lastDay, TODAY)).toEqual({ path, query });
});
