import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MetricAnswerDto, MetricPointDto } from '#contracts/metric-answer.dto.ts';
import type { MetricsQueryDto } from '#contracts/metrics-query.dto.ts';
import type { SurveyCountRow } from '#contracts/ingest/survey-count-row.ts';
import { verifyRollups } from '../../apps/api/src/facts/verify.ts';
import { erase, send } from '../ingest/lakeside.ts';
import { type AskingApp, openAskingApp, SCOPE } from './asking-app.ts';

const TODAY = '2026-11-18';

const counted = (
  department: string,
  month: string,
  answers: readonly [number, number, number, number, number, number],
  more: Partial<SurveyCountRow> = {},
): SurveyCountRow => {
  const [veryGood, good, neither, poor, veryPoor, dontKnow] = answers;
  const externalId = [department, month, more.collection ?? 'all'].join(' ');
  return { externalId, department, month, veryGood, good, neither, poor, veryPoor, dontKnow, ...more };
};

const MONTHS = ['2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10'];
/** So many that nothing has to be hidden. */
const ROWS = MONTHS.flatMap((month, index) => [
  counted('medicine', month, [200 + index, 60, 20, 10, 5, 5], { collection: 'inpatient', eligible: 1_000 }),
  counted('hillcrest-pharmacy', month, [100, 30, 10, 8, 2 + index, 0], { collection: 'outpatient' }),
]);

let app: AskingApp;

beforeAll(async () => {
  app = await openAskingApp(TODAY);
  await app.take('survey-counts', ROWS);
}, 120_000);

afterAll(() => app.close());

async function ask(question: Partial<MetricsQueryDto>): Promise<MetricAnswerDto> {
  const { answers } = await app.ask({
    metrics: ['fft-counted-positive'],
    from: '2026-05-01',
    to: '2026-11-01',
    grain: 'month',
    ...question,
  });
  const [answer] = answers;
  if (answer === undefined) throw new Error('no answer');
  return answer;
}

const told = ({ at, n, value }: MetricPointDto) => [at, n, value === null ? null : Math.round(value * 100) / 100];

describe('monthly counts are told by whole months', () => {
  it('month by month, with n and interval', async () => {
    const { points, monthlyCounts } = await ask({});
    expect(points.map(told)).toEqual(
      MONTHS.map((month, index) => [
        month,
        450 + 2 * index,
        Math.round((10_000 * (390 + index)) / (450 + 2 * index)) / 100,
      ]),
    );
    const [first] = points;
    expect(first?.low).toBeLessThan(first?.value ?? 0);
    expect(first?.method).toBe('wilson95');
    expect(monthlyCounts).toBeNull();
  });

  it('by quarters and as a whole they add up', async () => {
    const { points } = await ask({ grain: 'quarter', from: '2026-07-01', to: '2026-10-01' });
    expect(points.map(({ n }) => n)).toEqual([454 + 456 + 458]);
    const whole = await ask({ grain: 'total', metrics: ['fft-counted'] });
    expect(whole.points.map(({ n }) => n)).toEqual([450 * 6 + 30]);
  });

  it('by where patients were asked, and negative beside positive', async () => {
    const { points } = await ask({ by: ['collection'], from: '2026-10-01', metrics: ['fft-counted-negative'] });
    expect(points.map(({ by, n, value }) => [by.collection, n, Math.round((value ?? 0) * 10) / 10])).toEqual([
      ['inpatient', 305, 4.9],
      ['outpatient', 155, 9.7],
    ]);
  });

  it('the response rate rests on those who could answer, where that is told', async () => {
    const { points } = await ask({ metrics: ['fft-response-rate'], from: '2026-10-01' });
    expect(points.map(told)).toEqual([['2026-10', 1_000, 30.5]]);
  });

  it('a month that the span cuts does not count', async () => {
    const { points } = await ask({ from: '2026-08-15', to: '2026-10-20' });
    expect(points.map(({ at, n }) => [at, n])).toEqual([
      ['2026-08', 0],
      ['2026-09', 458],
      ['2026-10', 0],
    ]);
  });

  it('is compared with as many whole months', async () => {
    const { points } = await ask({ from: '2026-08-01', grain: 'total', compare: 'previous' });
    expect(points[0]?.change).toMatchObject({ from: '2026-05-01', to: '2026-08-01', n: 450 + 452 + 454 });
  });
});

describe('what cannot be shown is said', () => {
  it.each(['week', 'day'] as const)('by %s nothing is spread, and the note tells how many there are', async (grain) => {
    const { points, monthlyCounts } = await ask({ grain, from: '2026-10-05', to: '2026-10-26' });
    expect(points.every(({ n, value }) => n === 0 && value === null)).toBe(true);
    expect(monthlyCounts).toEqual({ from: '2026-10-01', to: '2026-11-01', answers: 460 });
  });

  it('answers that came in one by one are never mixed with them, only told of them', async () => {
    const { points, monthlyCounts } = await ask({ metrics: ['fft-positive'] });
    expect(points.every(({ n }) => n === 0)).toBe(true);
    expect(monthlyCounts).toEqual({ from: '2026-05-01', to: '2026-11-01', answers: 2_730 });
  });

  it('not where a filter leaves no counts, nor of other metrics', async () => {
    expect((await ask({ metrics: ['fft-positive'], where: { channel: ['sms'] } })).monthlyCounts).toBeNull();
    expect((await ask({ metrics: ['csat'] })).monthlyCounts).toBeNull();
    expect((await ask({ grain: 'week', from: '2025-03-03', to: '2025-03-10' })).monthlyCounts).toBeNull();
  });
});

it('a mark opens onto its rows', async () => {
  const { facts, total, rows } = await app.records({
    metric: 'fft-counted-positive',
    from: '2026-09-01',
    to: '2026-11-01',
    where: { department: ['medicine'] },
  });
  expect({ facts, total }).toEqual({ facts: 'survey-counts', total: 2 });
  expect(rows[0]).toMatchObject({
    at: '2026-10-01T00:00:00.000Z',
    department: 'medicine',
    collection: 'inpatient',
    answers: { 'very-good': 205, good: 60, neither: 20, poor: 10, 'very-poor': 5, 'dont-know': 5 },
    eligible: 1_000,
  });
});

describe('rows are facts like all others', () => {
  const row = counted('ward-4b', '2026-03', [30, 10, 0, 0, 0, 0], { eligible: 50 });
  const inMarch = async (): Promise<(number | null)[]> => {
    const { points } = await ask({
      from: '2026-03-01',
      to: '2026-04-01',
      by: ['department'],
      metrics: ['fft-counted'],
    });
    return points.filter(({ n }) => n !== 0).map(({ n }) => n);
  };

  it('new, the same again, corrected, moved and erased', async () => {
    expect(await send(app, 'survey-counts', [row])).toMatchObject({ accepted: 1 });
    expect(await send(app, 'survey-counts', [row])).toMatchObject({ unchanged: 1 });
    expect(await send(app, 'survey-counts', [{ ...row, good: 20 }])).toMatchObject({ updated: 1 });
    expect(await verifyRollups(app.database, SCOPE)).toEqual([]);
    expect(await inMarch()).toEqual([50]);
    expect(await send(app, 'survey-counts', [{ ...row, department: 'medicine', month: '2026-02' }])).toMatchObject({
      updated: 1,
    });
    expect(await inMarch()).toEqual([]);
    expect(await erase(app, 'survey-counts', row.externalId ?? '')).toBe(204);
    expect(await verifyRollups(app.database, SCOPE)).toEqual([]);
  });

  it.each([
    ['a total that is not the sum', { ...row, responses: 41 }, 'responses', 'sum-differs'],
    ['a week for a month', { ...row, month: '2026-W10' }, 'month', 'not-a-month'],
    ['a day in a month', { ...row, month: '2026-03-15' }, 'month', 'not-a-month'],
    ['a month to come', { ...row, month: '2026-12' }, 'month', 'in-the-future'],
    ['half an answer', { ...row, good: 1.5 }, 'good', 'not-an-integer'],
    ['less than none', { ...row, poor: -1 }, 'poor', 'out-of-range'],
    ['one answer not counted', { ...row, dontKnow: undefined }, 'dontKnow', 'required'],
  ])('%s is set aside', async (_, odd, field, code) => {
    const { accepted, rejects } = await send(app, 'survey-counts', [odd]);
    expect({ accepted, rejects }).toMatchObject({ accepted: 0, rejects: [{ field, code }] });
  });

  it('who could answer is not believed where more did', async () => {
    await send(app, 'survey-counts', [counted('medicine', '2026-01', [90, 0, 0, 0, 0, 0], { eligible: 80 })]);
    const january = { from: '2026-01-01', to: '2026-02-01' };
    expect((await ask({ ...january, metrics: ['fft-response-rate'] })).points[0]?.n).toBe(0);
    expect((await ask({ ...january })).points[0]?.n).toBe(90);
    expect(await verifyRollups(app.database, SCOPE)).toEqual([]);
  });
});
