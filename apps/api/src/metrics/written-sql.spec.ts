import { expect, it } from '@jest/globals';
import { metricOf } from '#metrics/catalogue.ts';
import { writtenStatements, type Statements } from '../../../../test/sql/written-statements.ts';
import { slotsOf, slotsOfTouchpoint } from './cells/metric-slots.ts';
import { cellsSql, longestCellSql } from './cells/cells.query.ts';
import { answersSql, firstAnswersSql } from './small-numbers/answers.query.ts';
import { DATABASE_STATE_SQL, DEPARTMENT_SITES_SQL } from './small-numbers/answered-snapshot.query.ts';
import { countersOf } from './small-numbers/counter.ts';
import { SET_ASIDE_SQL } from './explain/set-aside.query.ts';
import { FRESHNESS_SQL } from './freshness.query.ts';
import { LANGUAGES_SQL } from './question/languages.query.ts';
import { ORGANISATION_VIEW_SQL } from './question/organisation-view.query.ts';

const metric = (code: string) => {
  const found = metricOf(code);
  if (found === undefined) throw new Error(`no metric ${code}`);
  return found;
};

const ANSWERS = {
  table: 'survey_response_cell',
  counters: [...countersOf(metric('csat'), null), ...countersOf(metric('csat'), 3)],
  by: ['department'],
} as const;

/** Every statement that a question is answered with, one of each shape. */
const STATEMENTS: Statements = {
  'The organisation a question is asked of': ORGANISATION_VIEW_SQL,
  'Languages in the data, when a filter names one the interface does not speak': LANGUAGES_SQL,
  'CSAT and NPS by department': cellsSql({
    table: 'survey_response_cell',
    slots: [...slotsOf(metric('csat')), ...slotsOf(metric('nps'))],
    by: ['department'],
    where: [],
  }),
  'CSAT at touchpoint 3 by site, of some departments and channels': cellsSql({
    table: 'survey_response_cell',
    slots: slotsOfTouchpoint(metric('csat'), 3),
    by: ['site'],
    where: ['department', 'channel'],
  }),
  'Complaints by subject and severity at some touchpoints': cellsSql({
    table: 'complaint_cell',
    slots: slotsOf(metric('complaints-opened')),
    by: ['subject', 'severity'],
    where: ['touchpoint'],
  }),
  'Reviews by platform in some languages': cellsSql({
    table: 'review_cell',
    slots: slotsOf(metric('reviews')),
    by: ['platform'],
    where: ['language'],
  }),
  'How long the cells of waits are, before their bins are summed': longestCellSql({
    table: 'wait_cell',
    where: ['wait-kind'],
  }),
  'Waits of some kinds by channel (the first eight slots)': cellsSql({
    table: 'wait_cell',
    slots: slotsOf(metric('wait-median')).slice(0, 8),
    by: ['channel'],
    where: ['wait-kind'],
  }),
  'Who answered around the ends of spans, by department': answersSql({ ...ANSWERS, ofKinds: false }),
  'Since when anybody answered, by department': firstAnswersSql(ANSWERS),
  'Who waited around the ends of spans, for some kinds of waits': answersSql({
    table: 'wait_cell',
    counters: countersOf(metric('wait-median'), null),
    by: ['department', 'wait-kind'],
    ofKinds: true,
  }),
  'Whether anything was written': DATABASE_STATE_SQL,
  'Departments and their sites': DEPARTMENT_SITES_SQL,
  Freshness: FRESHNESS_SQL,
  'Rows set aside, told beside a number that is explained': SET_ASIDE_SQL,
};

it('is what sql.gen.md shows', () => {
  const { written, due } = writtenStatements(
    new URL('./sql.gen.md', import.meta.url),
    'Statements of metrics',
    STATEMENTS,
  );
  expect(written).toBe(due);
});
