import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DriversAnswerDto, RelationQueryDto, WaitEffectAnswerDto } from '#contracts/metrics-drivers.dto.ts';
import { dateOf, dayNumberOf } from '#domain/calendar-date.ts';
import { seededDraws } from '#metrics/drivers/seeded-draws.ts';
import { Database } from '../../apps/api/src/database/database.ts';
import { signedIn } from '../app/signed-in.ts';
import { injectAs } from '../app/test-app.ts';
import { type AskingApp, openAskingApp, SCOPE } from './asking-app.ts';

const SPAN = { from: '2026-08-17', to: '2026-11-16' };
const BUSY = ['ward-4b', 'hillcrest-pharmacy'];
const FEW = 'riverside-pharmacy';

let app: AskingApp;

beforeAll(async () => {
  app = await openAskingApp('2026-11-18');
  const { replies, waits } = made();
  await app.take('waits', waits);
  await app.take('survey-responses', replies);
});

afterAll(async () => {
  await app.close();
});

/**
 * Thirteen weeks in which care decides the overall score, check-in a little, billing not at all, few are asked about
 * discovery, and ten minutes beyond a promise of fifteen cost ten points of satisfaction.
 */
function made(): { replies: object[]; waits: object[] } {
  const draw = seededDraws(7);
  const replies: object[] = [];
  const waits: object[] = [];
  const grade = (value: number): number => Math.max(1, Math.min(5, Math.round(value)));
  const one = (department: string, day: number, index: number): void => {
    const name = `${department}-${dateOf(day)}-${index}`;
    const minutes = 5 + Math.floor(60 * draw());
    const [care, checkIn, billing] = [1 + 4 * draw(), 1 + 4 * draw(), 1 + 4 * draw()];
    const satisfied = draw() < 0.9 - 0.01 * Math.max(0, minutes - 15);
    const mood = 0.8 * (care - 3) + 0.3 * (checkIn - 3);
    const startedAt = `${dateOf(day)}T02:00:00Z`;
    const outcome = index === 0 ? 'left' : 'seen';
    const endedAt = new Date(Date.parse(startedAt) + minutes * 60_000).toISOString();
    waits.push({
      externalId: name,
      department,
      kind: 'arrival-to-seen',
      startedAt,
      endedAt,
      promisedMinutes: 15,
      outcome,
      channel: 'desk',
      visit: name,
    });
    replies.push({
      externalId: name,
      department,
      respondedAt: `${dateOf(day)}T09:00:00Z`,
      channel: 'sms',
      language: 'en',
      csat: satisfied ? grade(4.3 + 0.4 * mood) : grade(2 + 0.4 * mood),
      scores: {
        care: grade(care),
        'check-in': grade(checkIn),
        billing: grade(billing),
        ...(index === 1 && day % 7 === 0 ? { discovery: 4 } : {}),
      },
      visit: name,
    });
  };
  for (let day = dayNumberOf(SPAN.from); day < dayNumberOf(SPAN.to); day += 1) {
    for (const department of BUSY) for (let index = 0; index < 8; index += 1) one(department, day, index);
    if (day % 14 === 0) one(FEW, day, 0);
  }
  return { replies, waits };
}

async function ask<Answer>(path: string, question: RelationQueryDto, inject = app.inject): Promise<Answer> {
  const answer = await inject({ method: 'POST', url: `/api/v1/metrics/${path}`, payload: question });
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json<Answer>();
}
const drivers = (question: Partial<RelationQueryDto> = {}) =>
  ask<DriversAnswerDto>('drivers', { ...SPAN, ...question });
const waitEffect = (question: Partial<RelationQueryDto> = {}) =>
  ask<WaitEffectAnswerDto>('wait-effect', { ...SPAN, ...question });

describe('what moves the overall score', () => {
  it('is told by touchpoint, the most important first, each with its interval, n and own score', async () => {
    const { touchpoints, explained, overall, limited, readFrom } = await drivers();
    const told = touchpoints.filter(({ importance }) => importance.value !== null);
    expect(told.map(({ touchpoint }) => touchpoint).slice(0, 2)).toEqual(['care', 'check-in']);
    expect(told[0]?.importance).toMatchObject({ method: 'block-bootstrap95', withheld: null, untold: null, n: 1460 });
    for (const { importance, performance } of told) {
      expect(importance.low).toBeLessThanOrEqual(importance.value ?? NaN);
      expect(importance.high).toBeGreaterThanOrEqual(importance.value ?? NaN);
      expect(performance).toMatchObject({ method: 'wilson95', withheld: null });
    }
    expect(told.reduce((sum, { importance }) => sum + (importance.value ?? 0), 0)).toBeCloseTo(100, -0.5);
    expect(explained.value).toBeGreaterThan(5);
    expect([overall?.withheld, limited, readFrom]).toEqual([null, false, SPAN.from]);
  });

  it('says of a touchpoint that few scored how many more would do, or hides it', async () => {
    const discovery = (await drivers()).touchpoints.find(({ touchpoint }) => touchpoint === 'discovery')?.importance;
    expect(discovery?.value).toBeNull();
    expect((discovery?.needed ?? 0) > 0 || discovery?.withheld !== null).toBe(true);
  });

  it('is the same every time it is asked', async () => {
    expect(await drivers()).toEqual(await drivers());
  });

  it('is narrowed by the filters, and by touchpoints to those', async () => {
    const { touchpoints } = await drivers({
      where: { department: ['hillcrest-pharmacy'], touchpoint: ['care', 'billing'] },
    });
    expect(touchpoints.map(({ touchpoint, importance }) => [touchpoint, importance.n])).toEqual([
      ['care', 720],
      ['billing', 720],
    ]);
    const { explained } = await drivers({ where: { channel: ['kiosk'] } });
    expect(explained).toMatchObject({ value: null, untold: 'too-few', needed: 60 });
  });

  it('is not told where the scores are not', async () => {
    const { touchpoints, explained, overall } = await drivers({ where: { department: [FEW] } });
    expect(overall?.withheld).toBe('fewer-than-minimum');
    expect(explained).toMatchObject({ value: null, n: null, withheld: 'fewer-than-minimum' });
    for (const { importance } of touchpoints) expect(importance).toMatchObject({ value: null, n: null, needed: null });
  });

  it('is told to a head of their own department alone', async () => {
    const [pharmacy] = await app.app
      .get(Database)
      .inScope(SCOPE, ({ query }) =>
        query<{ id: string }>(`select id from department where code = 'hillcrest-pharmacy'`),
      );
    const head = await signedIn(app.app, { role: 'department-head', departmentIds: [pharmacy?.id ?? ''] });
    const seen = await ask<DriversAnswerDto>('drivers', SPAN, injectAs(app.app, head));
    expect(seen.explained.value).toBeGreaterThan(5);
    expect(seen.touchpoints).toEqual((await drivers({ where: { department: ['hillcrest-pharmacy'] } })).touchpoints);
  });
});

describe('what waiting costs', () => {
  it('is told in points for ten minutes, and beyond the promise, with its interval and n', async () => {
    const { kind, perTenMinutes, perTenMinutesBeyondPromise } = await waitEffect();
    expect(kind).toBe('arrival-to-seen');
    expect(perTenMinutes).toMatchObject({ method: 'cluster-robust95', withheld: null, untold: null, n: 1460 });
    expect(perTenMinutesBeyondPromise.low).toBeLessThan(-8);
    expect(perTenMinutesBeyondPromise.high).toBeGreaterThan(-12);
    expect(perTenMinutesBeyondPromise.high).toBeLessThan(-5);
    expect(perTenMinutes.value).toBeGreaterThan(perTenMinutesBeyondPromise.value ?? 0);
  });

  it('is not told where too few answered, nor of a kind that nobody waited for', async () => {
    const { perTenMinutes } = await waitEffect({ where: { department: [FEW] } });
    expect(perTenMinutes).toMatchObject({ value: null, n: null, withheld: 'fewer-than-minimum' });
    const none = await waitEffect({ where: { 'wait-kind': ['bill'] } });
    expect(none.perTenMinutes).toMatchObject({ value: null, untold: 'too-few', needed: 60 });
  });

  it('is not told before the data began', async () => {
    const before = { from: '2020-01-06', to: '2020-02-03' };
    expect((await waitEffect(before)).perTenMinutes.value).toBeNull();
    expect((await drivers(before)).explained).toMatchObject({ value: null, untold: 'too-few' });
  });

  it.each([
    [{ channel: ['sms'] }, 'where.channel'],
    [{ 'wait-kind': ['bill', 'result'] }, 'where.wait-kind must name one'],
    [{ department: ['no-such-ward'] }, 'where.department'],
  ])('refuses %j', async (where, words) => {
    await expect(waitEffect({ where })).rejects.toThrow(words);
  });
});
