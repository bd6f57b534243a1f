import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MetricAnswerDto, MetricsAnswerDto } from '#contracts/metric-answer.dto.ts';
import { dateOf } from '#domain/calendar-date.ts';
import { HOME_ORGANISATION_ID as HOME } from '../../apps/api/src/access/access.ts';
import { verifyRollups } from '../../apps/api/src/facts/verify.ts';
import { injectAs } from '../app/test-app.ts';
import { signedIn } from '../app/signed-in.ts';
import { erase } from '../ingest/lakeside.ts';
import { answersOf, dayOf, type DeliveringApp, openDeliveringApp } from './delivering.ts';

/** A Thursday. */
const TODAY = dayOf('2026-11-19');
const MONDAY = TODAY - 3;
const WHOLE = { organisationId: HOME, departmentIds: 'all' as const };

let app: DeliveringApp;

/** Eight weeks of which half of each day's answers come the next morning, three tenths a day later, the rest after a week. */
async function deliverSlowly(source: string, until: number): Promise<void> {
  for (let arrives = TODAY - 62; arrives <= until; arrives += 1) {
    app.at(arrives, 9);
    const rows = [
      [1, 0, 20],
      [2, 20, 32],
      [7, 32, 40],
    ].flatMap(([delay = 0, first, end]) =>
      answersOf(arrives - delay, 40, (index) => ({ visitedAt: visitOf(arrives - delay, index) })).slice(first, end),
    );
    await app.take(source, rows);
  }
}

/** Of three patients two answer on the day of the visit, the third three days later. */
const visitOf = (day: number, index: number): string => `${dateOf(day - (index % 3 === 0 ? 3 : 0))}T01:00:00+07:00`;

async function csat(question: object = {}, inject = app.inject): Promise<MetricAnswerDto> {
  const dates = { from: dateOf(MONDAY - 70), to: dateOf(MONDAY + 7) };
  const payload = { metrics: ['csat'], grain: 'week', ...dates, ...question };
  const answer = await inject({ method: 'POST', url: '/api/v1/metrics/query', payload });
  if (answer.statusCode !== 200) throw new Error(answer.body);
  const [first] = answer.json<MetricsAnswerDto>().answers;
  if (first === undefined) throw new Error('no answer');
  return first;
}

beforeAll(async () => {
  app = await openDeliveringApp();
  // Two years at once, before anything regular: 3 answers a day.
  app.at(TODAY - 63, 9);
  const history = Array.from({ length: 500 }, (_, back) => answersOf(TODAY - 72 - back, 3)).flat();
  await app.take('slow', history);
  await deliverSlowly('slow', TODAY);
});
afterAll(() => app.close());

describe('the reporting delay of a source', () => {
  it('is learned from regular deliveries, not from two years that came at once', async () => {
    app.at(TODAY, 12);
    const [delay] = (await app.deliveries('slow')).delays;
    expect(delay?.kind).toBe('survey-responses');
    expect([0, 1, 2, 6, 7].map((days) => delay?.share[days])).toEqual([0, 50, 80, 80, 100]);
    expect(delay?.n).toBeGreaterThan(1500);
  });

  it('knows how long after the visit patients answer', async () => {
    const [delay] = (await app.deliveries('slow')).delays;
    expect([0, 2, 3].map((days) => delay?.afterVisit?.[days])).toEqual([65, 65, 100]);
  });

  it('is counted exactly through corrections and erasure, and the day of arrival stays', async () => {
    const { delays: before } = await app.deliveries('slow');
    app.at(TODAY, 12);
    const [first] = answersOf(TODAY - 30, 40);
    await app.take('slow', [{ ...first, csat: 5, comment: 'put right', department: 'medicine' }]);
    expect(await verifyRollups(app.database, WHOLE)).toEqual([]);
    expect((await app.deliveries('slow')).delays[0]?.share).toEqual(before[0]?.share);
    for (let index = 0; index < 5; index += 1) {
      expect(await erase(app, 'survey-responses', `${dateOf(TODAY - 20)}-${index}`, 'slow')).toBe(204);
    }
    expect(await verifyRollups(app.database, WHOLE)).toEqual([]);
    expect((await app.deliveries('slow')).delays[0]?.n).toBe((before[0]?.n ?? 0) - 5);
  });

  it('that somebody tampered with is found', async () => {
    const tamper = (by: number) =>
      app.database.inScope(WHOLE, ({ query }) =>
        query(
          `update source_arrival set rows = rows + $3 where organisation_id = $1 and happened_on = $2::date and arrived_on = $2::date + 1`,
          [HOME, dateOf(TODAY - 20), by],
        ),
      );
    await tamper(1);
    expect((await verifyRollups(app.database, WHOLE)).map(({ table }) => table)).toEqual(['source_arrival']);
    await tamper(-1);
  });
});

describe('a recent week', () => {
  beforeAll(() => app.at(TODAY, 12));

  it('is provisional, with the share that is expected to have come', async () => {
    const { points, freshness } = await csat();
    const [running, last, before] = [...points].reverse();
    // Monday to Wednesday came by 0.8, 0.8 and 0.5; of Thursday and the days to come nothing.
    expect(running).toMatchObject({ provisional: true, signal: null });
    expect(Math.abs((running?.expectedShare ?? 0) - (100 * 2.1) / 7)).toBeLessThan(2);
    // A week ago everything had come of Monday to Thursday, 0.8 of Friday to Sunday.
    expect(last).toMatchObject({ provisional: true, signal: null });
    expect(Math.abs((last?.expectedShare ?? 0) - (100 * (4 + 3 * 0.8)) / 7)).toBeLessThan(2);
    expect(before).toMatchObject({ provisional: false, expectedShare: null });
    expect(freshness.provisional).toBe(true);
    expect(freshness.visits?.medianDays).toBe(0);
    expect(freshness.visits?.expectedShare).toBeLessThan(60);
  });

  it('is complete once its answers have come', async () => {
    const { points, freshness } = await csat({ to: dateOf(MONDAY - 7) });
    expect(points.every(({ provisional, expectedShare }) => !provisional && expectedShare === null)).toBe(true);
    expect(freshness).toMatchObject({ provisional: false, visits: null });
  });

  it('is as incomplete as its silent source leaves it', async () => {
    app.at(TODAY + 11, 12);
    const to = dateOf(MONDAY + 14);
    const { points, freshness } = await csat({ to });
    expect(freshness.sources).toMatchObject([{ code: 'slow', name: 'slow', state: 'silent' }]);
    expect(points.at(-1)).toMatchObject({ at: '2026-W48', provisional: true, expectedShare: 0 });
    app.at(TODAY, 12);
  });
});

describe('who is told what', () => {
  it('a department head hears that a source is late, not which', async () => {
    app.at(TODAY + 2, 12);
    const [ward] = await app.database.inScope(WHOLE, ({ query }) =>
      query<{ id: string }>(`select id from department where organisation_id = $1 and code = 'ward-4b'`, [HOME]),
    );
    const head = await signedIn(app.app, { role: 'department-head', departmentIds: [ward?.id ?? ''] });
    const inject = injectAs(app.app, head);
    expect((await csat({}, inject)).freshness.sources).toMatchObject([{ code: null, name: null, state: 'late' }]);
    for (const url of ['/api/v1/sources', '/api/v1/sources/slow/freshness']) {
      expect((await inject({ method: 'GET', url })).statusCode).toBe(403);
    }
    const payload = { rhythm: 'day' };
    expect((await inject({ method: 'PUT', url: '/api/v1/sources/slow/expectation', payload })).statusCode).toBe(403);
  });

  it('departments that a late source does not feed are not marked by it', async () => {
    app.at(TODAY + 2, 12);
    const { freshness } = await csat({ where: { department: ['hillcrest-pharmacy'] } });
    expect(freshness.sources).toEqual([]);
    app.at(TODAY, 12);
  });
});

describe('a shift in the mix of answers', () => {
  const week = (source: string, monday: number, part: (index: number) => object, a = 100) =>
    app.take(
      source,
      answersOf(monday + 1, a, (index) => ({ ...part(index), externalId: `${source}-${monday}-${index}` })),
    );

  it('is told with what moved, where enough answered to be told', async () => {
    for (let back = 9; back >= 1; back -= 1) {
      app.at(MONDAY - 7 * back + 8, 9);
      const changed = back === 1;
      await week('changing', MONDAY - 7 * back, (index) => ({
        channel: index % 10 < (changed ? 6 : 2) ? 'sms' : 'email',
        language: index % 100 < (changed ? 15 : 3) ? 'vi' : 'en',
      }));
    }
    app.at(TODAY, 12);
    const { state, findings } = (await app.source('changing')).freshness;
    expect(state).toBe('mixed');
    const [channel, language] = findings.map(({ shift }) => shift);
    expect(channel).toMatchObject({ aspect: 'channel', week: dateOf(MONDAY - 7), n: 100, nBefore: 800 });
    expect(channel).toMatchObject({ before: 20, now: 60, value: 'sms', effect: 0.41 });
    expect(language).toMatchObject({ aspect: 'language', before: 3, now: 15 });
  });

  it('does not tell a share that few are behind', async () => {
    for (let back = 9; back >= 1; back -= 1) {
      app.at(MONDAY - 7 * back + 8, 9);
      const few = back === 1 ? 9 : 0;
      await week('few', MONDAY - 7 * back, (index) => ({ language: index < few ? 'ur' : 'en' }), 40);
    }
    app.at(TODAY, 12);
    const { findings } = (await app.source('few')).freshness;
    expect(findings).toMatchObject([
      { kind: 'mixed', shift: { aspect: 'language', value: null, before: null, now: null, n: 40 } },
    ]);
  });

  it('is not seen where weeks are alike', async () => {
    expect((await app.source('slow')).freshness.findings).toEqual([]);
  });
});
