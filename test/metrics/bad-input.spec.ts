import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { MetricPointDto, MetricsAnswerDto } from '#contracts/metric-answer.dto.ts';
import type { MetricsQueryDto } from '#contracts/metrics-query.dto.ts';
import { METRICS } from '#metrics/catalogue.ts';
import { MetricsService } from '../../apps/api/src/metrics/metrics.service.ts';
import { type AskingApp, openAskingApp, SCOPE } from './asking-app.ts';

const TODAY = '2026-11-18';
const WEEK = { from: '2026-11-09', to: '2026-11-16' };

let app: AskingApp;

/** Twelve that all say the same at one place, three at another, a single one at a third; nothing at the fourth. */
beforeAll(async () => {
  app = await openAskingApp(TODAY);
  const places = [
    ...Array.from({ length: 12 }, () => 'medicine'),
    ...Array.from({ length: 3 }, () => 'riverside-pharmacy'),
    'ward-4b',
  ];
  const at = '2026-11-10T03:00:00Z';
  const each = (row: object) => places.map((department, index) => ({ externalId: `${index}`, department, ...row }));
  await app.take(
    'survey-responses',
    each({ respondedAt: at, csat: 5, nps: 10, fft: 'very-good', effort: 7, scores: { care: 5 } }),
  );
  await app.take(
    'waits',
    each({ kind: 'arrival-to-seen', startedAt: at, endedAt: '2026-11-10T03:20:00Z', outcome: 'seen' }),
  );
  await app.take('reviews', each({ reviewedAt: at, platform: 'google', stars: 5 }));
}, 60_000);

afterAll(() => app.close());

/** What is wrong with a point: a number that is none, or a value that stands alone. */
function wrong(point: MetricPointDto): string[] {
  const { value, n, low, high, withheld, change } = point;
  const numbers = [value, n, low, high, ...Object.values(change ?? {}), ...Object.values(point.limits ?? {})];
  const open = ['exact', 'order-statistics95'].includes(point.method);
  return [
    ...numbers.filter((number) => typeof number === 'number' && !Number.isFinite(number)).map(String),
    ...(withheld !== null && [value, n, low, high].some((number) => number !== null) ? ['told though withheld'] : []),
    ...(withheld === null && n === null ? ['a value without n'] : []),
    ...(withheld === null && value === null && n !== 0 ? ['answers without a value'] : []),
    ...(value !== null && !open && (low === null || high === null) ? ['a value without interval'] : []),
    ...(low !== null && value !== null && low > value ? ['below its interval'] : []),
    ...(high !== null && value !== null && high < value ? ['above its interval'] : []),
    ...(change !== null && (n ?? 0) < 10 && ['better', 'worse'].includes(change.verdict) ? ['called of few'] : []),
  ];
}

/** The answer as it is before it is written as JSON, which would make null of NaN. */
const answerTo = (question: MetricsQueryDto): Promise<MetricsAnswerDto> =>
  app.app.get(MetricsService).answer(SCOPE, question);

it.each<[string, Pick<MetricsQueryDto, 'from' | 'to' | 'grain'>, MetricsQueryDto['where']]>([
  ['before the data began', { from: '2019-03-04', to: '2019-04-01', grain: 'week' }, {}],
  ['at the beginning of the calendar', { from: '1970-01-01', to: '1970-02-01', grain: 'total' }, {}],
  ['in the future', { from: '2027-01-04', to: '2027-02-01', grain: 'week' }, {}],
  ['where nobody ever answered', { ...WEEK, grain: 'week' }, { department: ['hillcrest-pharmacy'] }],
  ['of one answer', { ...WEEK, grain: 'week' }, { department: ['ward-4b'] }],
  ['of three, all withheld', { ...WEEK, grain: 'day' }, { department: ['riverside-pharmacy'] }],
  ['of twelve that are all equal', { ...WEEK, grain: 'total' }, { department: ['medicine'] }],
  ['of everything', { from: '2026-10-19', to: '2026-11-23', grain: 'week' }, {}],
])('every metric is answered honestly %s', async (_, asked, where) => {
  for (const facts of new Set(METRICS.map((metric) => metric.facts))) {
    const metrics = METRICS.filter((metric) => metric.facts === facts).map(({ code }) => code);
    const question: MetricsQueryDto = { ...asked, metrics, where, compare: 'previous' };
    const { answers } = await answerTo(question);
    for (const { metric, points } of answers) {
      expect(points.length).toBeGreaterThan(0);
      expect(points.map((point) => [metric, point.at, wrong(point)])).toEqual(points.map(({ at }) => [metric, at, []]));
    }
    if (facts === 'survey-responses') expect((await app.ask(question)).answers).toHaveLength(metrics.length);
  }
});

it('withholds three, and tells of twelve that are all equal, of nobody nothing', async () => {
  const valuesAt = async (department: string) => {
    const { answers } = await answerTo({
      ...{ ...WEEK, grain: 'total', metrics: ['csat', 'nps', 'mean-score'] },
      where: { department: [department] },
    });
    return answers.map(({ points: [point] }) => [point?.value, point?.n, point?.withheld]);
  };
  expect(await valuesAt('riverside-pharmacy')).toEqual(Array(3).fill([null, null, 'fewer-than-minimum']));
  expect((await valuesAt('hillcrest-pharmacy')).every(([value]) => value === null)).toBe(true);
});
