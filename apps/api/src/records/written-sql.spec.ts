import { expect, it } from '@jest/globals';
import { metricOf } from '#metrics/catalogue.ts';
import { writtenStatements, type Statements } from '../../../../test/sql/written-statements.ts';
import type { Mark } from './fact-list.ts';
import { countSql, pageSql } from './fact-page.query.ts';
import { listOfMetric } from './list-of-metric.ts';

const metric = (code: string) => {
  const found = metricOf(code);
  if (found === undefined) throw new Error(`no metric ${code}`);
  return found;
};

const KEPT = '0bed51de-0000-4000-8000-000000000001';
const mark = (code: string, more: Partial<Mark> = {}): Mark => ({
  organisationId: KEPT,
  metric: metric(code),
  from: '2026-11-09',
  to: '2026-11-16',
  filter: { departmentIds: null, touchpoints: null, others: new Map() },
  withWords: false,
  today: '2026-11-18',
  organisation: {
    minimumResponses: 10,
    timeZone: 'UTC',
    sites: [],
    departments: [{ id: KEPT, code: 'ward', siteId: KEPT, parentId: null }],
    touchpoints: [],
    targets: [{ kind: 1, holdsFrom: '1990-01-01', minutes: 30 }],
    baselines: [],
    languages: [],
  },
  ...more,
});

const page = (code: string, more: Partial<Mark> = {}): string =>
  pageSql(listOfMetric(metric(code)), mark(code, more), null, 51).text;

/** Every statement that records are listed with, one of each shape. */
const STATEMENTS: Statements = {
  'Records behind a CSAT': page('csat'),
  'Records behind a CSAT at a touchpoint, in some languages, with words': page('csat', {
    filter: { departmentIds: [KEPT], touchpoints: [3], others: new Map([['language', ['vi']]]) },
    withWords: true,
  }),
  'How many of them': countSql(listOfMetric(metric('csat')), mark('csat', { withWords: true }), 10_000).text,
  'Records behind the share within target': page('wait-within-target'),
  'Records behind a promise kept': page('wait-within-promise'),
  'Records behind a review rating': page('review-rating'),
  'Records behind complaints received, of some subjects and touchpoints': page('complaints-opened', {
    filter: { departmentIds: null, touchpoints: [0, 7], others: new Map([['subject', [2]]]) },
  }),
  'Records behind complaints open': page('complaints-open'),
  'Records behind complaints closed': page('complaints-closed'),
  'Records behind complaints answered in time': page('complaints-answered-in-time'),
};

it('is what sql.gen.md shows', () => {
  const { written, due } = writtenStatements(
    new URL('./sql.gen.md', import.meta.url),
    'Statements of records',
    STATEMENTS,
  );
  expect(written).toBe(due);
});

it('holds no value of the mark, only parameters', () => {
  for (const sql of Object.values(STATEMENTS)) {
    expect(sql).not.toContain(KEPT);
    expect(sql).not.toMatch(/2026-|'vi'/);
  }
});
