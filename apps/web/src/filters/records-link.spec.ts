import { expect, it } from '@jest/globals';
import { recordsLink } from './records-link.ts';

it('carries the metric, span, filters and group of the mark', () => {
  const where = { site: ['riverside'], department: ['ward-4b', 'emergency'] };
  expect(recordsLink('csat', { from: '2026-11-09', to: '2026-11-16' }, where, { department: 'ward-4b' })).toEqual({
    path: '/records',
    query: {
      metric: ['csat'],
      from: ['2026-11-09'],
      to: ['2026-11-16'],
      site: ['riverside'],
      department: ['ward-4b'],
    },
  });
});
