import { jest, afterAll, beforeAll, expect, it } from '@jest/globals';
import type { MetricsAnswerDto } from '#contracts/metric-answer.dto.ts';
import { Clock } from '../../apps/api/src/clock/clock.ts';
import { openTestApp, type TestApp } from '../app/test-app.ts';
import { send } from '../ingest/lakeside.ts';
import { STRUCTURE, TODAY } from './small-hospital.ts';

let app: TestApp;

beforeAll(async () => {
  app = await openTestApp();
  jest.spyOn(app.app.get(Clock), 'now').mockReturnValue(Date.parse(`${TODAY}T05:00:00Z`));
  await app.inject({ method: 'PUT', url: '/api/v1/organisation/structure', payload: STRUCTURE });
}, 180_000);

afterAll(() => app.close());

const take = async (department: string, date: string, count: number): Promise<void> => {
  const rows = Array.from({ length: count }, (_, index) => ({
    externalId: `${department} ${date} ${index}`,
    department,
    respondedAt: `${date}T09:00:00Z`,
    csat: 4,
  }));
  expect(await send(app, 'survey-responses', rows)).toMatchObject({ status: 200, accepted: count });
};

const told = async (from: string, to: string): Promise<Record<string, number | string | null>> => {
  const payload = { metrics: ['csat'], from, to, grain: 'week', by: ['department'] };
  const answer = await app.inject({ method: 'POST', url: '/api/v1/metrics/query', payload });
  const points = answer.json<MetricsAnswerDto>().answers[0]?.points ?? [];
  return Object.fromEntries(points.map(({ by, n, withheld }) => [by.department ?? '', withheld ?? n]));
};
const WEEK = ['2026-10-05', '2026-10-12'] as const;
const NEXT_WEEK = ['2026-10-12', '2026-10-19'] as const;

it('judges by what has been written, at once', async () => {
  await take('medicine', '2026-10-07', 40);
  await take('ward-4b', '2026-10-07', 20);
  expect(await told(...WEEK)).toEqual({ medicine: 40, 'ward-4b': 20 });
  expect(await told(...WEEK)).toEqual({ medicine: 40, 'ward-4b': 20 });
  await take('riverside-pharmacy', '2026-10-07', 3);
  expect(await told(...WEEK)).toEqual({
    medicine: 40,
    'riverside-pharmacy': 'fewer-than-minimum',
    'ward-4b': 'would-reveal-few',
  });
});

it('names who did not answer where it may not be told that they did not', async () => {
  await take('medicine', '2026-10-13', 30);
  await take('ward-4b', '2026-10-13', 20);
  expect(await told(...NEXT_WEEK)).toMatchObject({ medicine: 30, 'riverside-pharmacy': 'fewer-than-minimum' });
});
