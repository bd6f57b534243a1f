import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { MetricPointDto } from '#contracts/metric-answer.dto.ts';
import type { MetricsQueryDto } from '#contracts/metrics-query.dto.ts';
import { dateOf, dayNumberOf } from '#domain/calendar-date.ts';
import { type Grain, GRAINS, type Period, periodsBetween } from '#domain/grain.ts';
import { JOURNEY_CODES } from '#domain/touchpoint.ts';
import { METRICS } from '#metrics/catalogue.ts';
import type { Metric } from '#metrics/metric.ts';
import { Z95 } from '#metrics/normal.ts';
import { wilsonInterval } from '#metrics/wilson.ts';
import { type AskingApp, openAskingApp } from './asking-app.ts';
import { FIRST_DAY, randomHospital, TODAY } from './random-hospital.ts';
import { type Counted, countedRows, countsFor, keeps, withinTarget } from './recount.ts';

const rows = randomHospital(4_000);
const COUNTED: Record<Metric['facts'], Counted[]> = {
  'survey-responses': countedRows(rows, 'survey-responses'),
  waits: countedRows(rows, 'waits'),
  complaints: countedRows(rows, 'complaints'),
  reviews: countedRows(rows, 'reviews'),
  // Counts of whole months have a test of their own: monthly-counts.spec.ts.
  'survey-counts': [],
};
let app: AskingApp;

beforeAll(async () => {
  app = await openAskingApp(TODAY);
  for (const [kind, sent] of Object.entries(rows)) await app.take(kind, sent);
}, 120_000);

afterAll(() => app.close());

type Told = Pick<MetricPointDto, 'at' | 'by' | 'value' | 'n' | 'withheld'>;

const told = ({ at, by, value, n, withheld }: MetricPointDto): Told => ({ at, by, value: rounded(value), n, withheld });
const rounded = (value: number | null): number | null => (value === null ? null : Math.round(value * 1e6) / 1e6);
const byName = (a: Told, b: Told): number => (nameOf(a) < nameOf(b) ? -1 : 1);
const nameOf = ({ at, by }: Told): string => `${at} ${JSON.stringify(by)}`;

/** The answer as it should be, from the rows that were sent. */
function recounted(metric: Metric, question: MetricsQueryDto): Told[] {
  const { by = [], where } = question;
  const inScores =
    metric.facts === 'survey-responses' && (by.includes('touchpoint') || where?.touchpoint !== undefined);
  const kept = COUNTED[metric.facts].filter(({ codes }) => keeps(where, codes));
  const touchpoints = where?.touchpoint ?? JOURNEY_CODES.concat('waiting-time');
  const groups = new Map<string, { by: Record<string, string>; rows: Counted[]; touchpoints: string[] | null }>();
  if (by.length === 0) groups.set('{}', { by: {}, rows: [], touchpoints: inScores ? touchpoints : null });
  for (const row of kept) {
    for (const touchpoint of inScores && by.includes('touchpoint') ? touchpoints : [null]) {
      const codes = Object.fromEntries(by.map((dimension) => [dimension, row.codes[dimension] ?? touchpoint ?? '']));
      const name = JSON.stringify(codes);
      const group = groups.get(name) ?? {
        by: codes,
        rows: [],
        touchpoints: touchpoint === null ? (inScores ? touchpoints : null) : [touchpoint],
      };
      group.rows.push(row);
      groups.set(name, group);
    }
  }
  const periods = periodsBetween(question.from, question.to, question.grain);
  return [...groups.values()]
    .map((group) => periods.map((period) => toldOf(metric, period, group)))
    .filter((points) => by.length === 0 || points.some(({ n }) => n !== 0))
    .flat();
}

function toldOf(
  metric: Metric,
  { at, from, to }: Period,
  group: { by: Record<string, string>; rows: Counted[]; touchpoints: string[] | null },
): Told {
  const end = metric.settledDaysOnly === true && to > TODAY ? TODAY : to;
  const inPeriod = group.rows.filter(({ on }) => (metric.cumulative === true || on >= from) && on < end);
  let { value, n } = metric.estimate(countsFor(metric, inPeriod, group.touchpoints), {});
  if (metric.code === 'wait-within-target') {
    const counted = withinTarget(inPeriod);
    n = counted.n;
    value = n === 0 ? null : (100 * counted.within) / n;
  }
  return { at, by: group.by, value: rounded(value), n, withheld: null };
}

/** Below how many a metric is withheld. */
const minimumOf = ({ withholdSmall, countsPeople }: Metric): number => (withholdSmall ? 10 : countsPeople ? 5 : 0);

/** What is told where it is told at all; of something small, or of what gives something small away, nothing is. */
function withheldAlike(metric: Metric, found: Told | undefined, counted: Told): Told {
  const minimum = minimumOf(metric);
  const few = (counted.n ?? 0) < minimum;
  const toldAtAll = minimum === 0 || (found?.withheld === null && (!few || counted.n === 0));
  if (toldAtAll) return counted;
  return { ...counted, value: null, n: null, withheld: few ? 'fewer-than-minimum' : 'would-reveal-few' };
}

const VALUES: Record<string, string[]> = {
  site: ['riverside', 'hillcrest'],
  department: ['medicine', 'ward-4b', 'hillcrest-pharmacy', 'riverside-general'],
  touchpoint: ['check-in', 'care', 'billing'],
  channel: ['sms', 'phone', 'unknown'],
  language: ['vi', 'fr', 'und'],
  'wait-kind': ['arrival-to-seen', 'result', 'bill'],
  platform: ['google', 'zalo'],
  subject: ['billing', 'waiting'],
  severity: ['low', 'medium'],
};

const OF_DAYS = METRICS.filter(({ facts }) => facts !== 'survey-counts');

const anyQuestion = fc.constantFrom(...OF_DAYS).chain((metric) => {
  const dimensions = [...metric.dimensions] as NonNullable<MetricsQueryDto['by']>;
  const day = fc.integer({ min: dayNumberOf(FIRST_DAY) - 20, max: dayNumberOf(TODAY) + 5 });
  return fc.record({
    metric: fc.constant(metric),
    start: day,
    length: fc.integer({ min: 1, max: 200 }),
    grain: fc.constantFrom<Grain>(...GRAINS),
    by: fc.subarray(dimensions, { maxLength: 2 }),
    where: fc
      .subarray(dimensions, { maxLength: 2 })
      .chain((filtered) =>
        fc.record(
          Object.fromEntries(
            filtered.map((dimension) => [dimension, fc.subarray(VALUES[dimension] ?? [], { minLength: 1 })]),
          ),
        ),
      ),
  });
});

it('answers any question as a recount of the rows does, unless that gave something small away', async () => {
  let answered = 0;
  await fc.assert(
    fc.asyncProperty(anyQuestion, async ({ metric, start, length, grain, by, where }) => {
      const question: MetricsQueryDto = {
        metrics: [metric.code],
        from: dateOf(start),
        to: dateOf(start + length),
        grain,
        by,
        where,
      };
      const { answers } = await app.ask(question);
      const all = (answers[0]?.points ?? []).map(told).sort(byName);
      const counted = recounted(metric, question).sort(byName);
      const names = new Set(counted.map(nameOf));
      const found = all.filter((one) => names.has(nameOf(one)));
      // A group in which nobody answered is named where it must not be told that nobody did.
      const silent = all.filter((one) => !names.has(nameOf(one)));
      expect(silent.filter(({ n, withheld }) => n !== 0 && withheld !== 'fewer-than-minimum')).toEqual([]);
      expect(found).toEqual(counted.map((one, index) => withheldAlike(metric, found[index], one)));
      if (found.some(({ value }) => value !== null)) answered += 1;
    }),
    { numRuns: 120 },
  );
  expect(answered).toBeGreaterThan(10);
}, 120_000);

describe('one question of several metrics', () => {
  it('answers each as if it were asked alone', async () => {
    const question = { from: '2026-03-04', to: '2026-09-17', grain: 'month' as const, by: ['department' as const] };
    const metrics = [
      'csat',
      'nps',
      'responses',
      'wait-median',
      'wait-within-target',
      'waits',
      'complaints-open',
      'complaints-opened',
      'complaints-answered-in-time',
      'review-rating',
    ];
    const together = await app.ask({ metrics, ...question });
    expect(together.answers.map(({ metric }) => metric)).toEqual(metrics);
    for (const [index, metric] of metrics.entries()) {
      const alone = await app.ask({ metrics: [metric], ...question });
      expect(together.answers[index]).toEqual(alone.answers[0]);
    }
  });
});

describe('a point', () => {
  it('carries what is needed to believe it', async () => {
    const { answers } = await app.ask({
      metrics: ['csat'],
      from: '2026-01-01',
      to: '2026-07-01',
      grain: 'total',
      where: { site: ['riverside'] },
    });
    const inSpan = COUNTED['survey-responses'].filter(
      ({ on, codes }) => codes.site === 'riverside' && on >= '2026-01-01' && on < '2026-07-01',
    );
    const answered = inSpan.flatMap(({ counts }) => [1, 2, 3, 4, 5].filter((_, score) => counts[2 + score] === 1));
    const satisfied = answered.filter((score) => score >= 4).length;
    const { low, high } = wilsonInterval(satisfied, answered.length, Z95);
    expect(answers[0]).toMatchObject({ metric: 'csat', unit: 'percent' });
    expect(answers[0]?.points).toHaveLength(1);
    expect(answers[0]?.points[0]).toEqual({
      at: '2026-01-01/2026-07-01',
      from: '2026-01-01',
      to: '2026-07-01',
      by: {},
      value: expect.closeTo((100 * satisfied) / answered.length, 9),
      n: answered.length,
      low: expect.closeTo(100 * low, 9),
      high: expect.closeTo(100 * high, 9),
      method: 'wilson95',
      signal: null,
      limits: null,
      withheld: null,
      change: null,
      provisional: false,
      expectedShare: null,
    });
  });

  it('is there for every group in every period, so that charts show gaps', async () => {
    const { answers } = await app.ask({
      metrics: ['csat'],
      from: '2025-08-25',
      to: '2025-09-08',
      grain: 'day',
      by: ['site'],
    });
    const points = answers[0]?.points ?? [];
    expect(points).toHaveLength(14 * 2);
    expect(points[0]).toMatchObject({ at: '2025-08-25', by: { site: 'hillcrest' }, value: null, n: 0, withheld: null });
    expect(points.map(({ at }) => at)).toEqual(points.map(({ at }) => at).sort());
  });

  it('of no group at all is empty, not missing', async () => {
    const { answers } = await app.ask({
      metrics: ['csat', 'complaints-opened'],
      from: '2020-01-01',
      to: '2020-02-01',
      grain: 'total',
    });
    expect(answers.map(({ points }) => points.map(({ value, n }) => ({ value, n })))).toEqual([
      [{ value: null, n: 0 }],
      [{ value: 0, n: 0 }],
    ]);
  });

  it('is in the order of the journey', async () => {
    const { answers } = await app.ask({
      metrics: ['csat'],
      from: '2026-01-01',
      to: '2026-07-01',
      grain: 'total',
      by: ['touchpoint'],
    });
    expect(answers[0]?.points.map(({ by }) => by.touchpoint)).toEqual(['check-in', 'care', 'waiting-time']);
  });
});

describe('freshness', () => {
  it('tells the latest fact of its own kind', async () => {
    const { answers } = await app.ask({
      metrics: ['csat', 'reviews'],
      from: '2026-10-01',
      to: '2026-10-08',
      grain: 'total',
    });
    const latest = (instants: string[]): string =>
      new Date(Math.max(...instants.map((at) => Date.parse(at)))).toISOString();
    const ended = { provisional: false, sources: [], visits: null };
    expect(answers.map(({ freshness }) => freshness)).toEqual([
      { lastFactAt: latest(rows['survey-responses'].map(({ respondedAt }) => respondedAt)), ...ended },
      { lastFactAt: latest(rows.reviews.map(({ reviewedAt }) => reviewedAt)), ...ended },
    ]);
  });

  it.each([
    ['2026-11-18', false],
    ['2026-11-19', true],
  ])('of a span to %s: provisional is %s', async (to, provisional) => {
    const { answers } = await app.ask({ metrics: ['csat'], from: '2026-11-01', to, grain: 'total' });
    expect(answers[0]?.freshness.provisional).toBe(provisional);
  });
});

it('holds a wait to the target that was in force when its period began', async () => {
  await app.database.inScope(
    { organisationId: '0bed51de-0000-4000-8000-000000000001', departmentIds: 'all' },
    ({ query }) =>
      query(
        `insert into wait_target (organisation_id, kind, holds_from, minutes) values ('0bed51de-0000-4000-8000-000000000001', 1, '2026-03-15', 20)`,
      ),
  );
  const { answers } = await app.ask({
    metrics: ['wait-within-target'],
    from: '2026-02-01',
    to: '2026-05-01',
    grain: 'month',
  });
  const expected = periodsBetween('2026-02-01', '2026-05-01', 'month').map(({ at, from, to }) => {
    const { within, n } = withinTarget(
      COUNTED.waits.filter(({ on }) => on >= from && on < to),
      (waited) =>
        ({
          'arrival-to-seen': at >= '2026-04' ? 20 : 30,
          'call-to-answer': 2,
          'message-to-reply': 240,
          result: 4320,
          bill: 10080,
        })[waited],
    );
    return { at, n, value: rounded((100 * within) / n) };
  });
  expect(answers[0]?.points.map(({ at, n, value }) => ({ at, n, value: rounded(value) }))).toEqual(expected);
});
