import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dateOf } from '#domain/calendar-date.ts';
import { HOME_ORGANISATION_ID as HOME } from '../../apps/api/src/access/access.ts';
import { answersOf, dayOf, type DeliveringApp, openDeliveringApp } from './delivering.ts';

/** A Thursday. */
const TODAY = dayOf('2026-11-19');

let app: DeliveringApp;

/** Sends a day's answers on the next morning, on the days that fit. */
async function deliver(
  source: string,
  from: number,
  to: number,
  rowsOn: (day: number) => number = () => 40,
): Promise<void> {
  for (let day = from; day < to; day += 1) {
    const rows = rowsOn(day);
    if (rows === 0) continue;
    app.at(day, 9);
    await app.take(source, answersOf(day - 1, rows));
  }
}

const weekday = (day: number): number => ((day + 3) % 7) + 1;

beforeAll(async () => {
  app = await openDeliveringApp();
});
afterAll(() => app.close());

describe('a source that delivers each morning', () => {
  beforeAll(() => deliver('daily', TODAY - 60, TODAY + 1));

  it('is fresh while it does', async () => {
    app.at(TODAY, 12);
    const { freshness } = await app.source('daily');
    expect(freshness).toMatchObject({
      state: 'fresh',
      since: null,
      expected: { rhythm: 'day', weekdays: [1, 2, 3, 4, 5, 6, 7], graceHours: 6, learned: true, setBy: null },
      nextExpectedAt: `${dateOf(TODAY + 1)}T17:00:00.000Z`,
      findings: [],
    });
  });

  it('is late once a day and its grace are over without a delivery, and silent after three', async () => {
    app.at(TODAY + 2, 5);
    expect((await app.source('daily')).freshness.state).toBe('fresh');
    app.at(TODAY + 2, 7);
    expect((await app.source('daily')).freshness).toMatchObject({
      state: 'late',
      since: `${dateOf(TODAY + 1)}T23:00:00.000Z`,
      findings: [{ kind: 'late', missed: 1 }],
    });
    app.at(TODAY + 5, 12);
    expect((await app.source('daily')).freshness).toMatchObject({
      state: 'silent',
      findings: [{ kind: 'silent', missed: 4 }],
    });
  });

  it('is late on the numbers it feeds, by name only for those who may see sources', async () => {
    app.at(TODAY + 3, 12);
    const question = {
      metrics: ['csat'],
      grain: 'week',
      from: dateOf(TODAY - 17),
      to: dateOf(TODAY + 4),
    };
    const answer = await app.inject({ method: 'POST', url: '/api/v1/metrics/query', payload: question });
    expect(answer.statusCode).toBe(200);
    const [csat] = answer.json<{ answers: { freshness: unknown; points: unknown[] }[] }>().answers;
    expect(csat?.freshness).toMatchObject({ provisional: true, sources: [{ code: 'daily', state: 'late' }] });
  });
});

describe('a source that delivers on working days', () => {
  it('is not waited for over a weekend, nor on a holiday', async () => {
    await deliver('office', TODAY - 60, TODAY + 2, (day) => (weekday(day) < 6 ? 40 : 0));
    app.at(TODAY + 4, 20);
    const { freshness } = await app.source('office');
    expect(freshness).toMatchObject({ state: 'fresh', expected: { rhythm: 'day', weekdays: [1, 2, 3, 4, 5] } });
    app.at(TODAY + 5, 12);
    expect((await app.source('office')).freshness.state).toBe('late');
    await app.database.inScope({ organisationId: HOME, departmentIds: 'all' }, ({ query }) =>
      query('update organisation set holidays = $2::date[] where organisation_id = $1', [HOME, [dateOf(TODAY + 4)]]),
    );
    expect((await app.source('office')).freshness.state).toBe('fresh');
  });
});

describe('a delivery far below what is usual', () => {
  it('is told with what usually comes on such a day, the limit, and what it rests on', async () => {
    await deliver('shrinking', TODAY - 60, TODAY + 1, (day) => (day === TODAY - 1 ? 12 : 40));
    app.at(TODAY, 12);
    const { freshness } = await app.source('shrinking');
    expect(freshness).toMatchObject({
      state: 'smaller',
      findings: [{ kind: 'smaller', on: dateOf(TODAY - 1), rows: 12, usual: 40, limit: 17, n: 8 }],
    });
    const { days } = await app.deliveries('shrinking');
    expect(days.at(-2)).toEqual({ on: dateOf(TODAY - 1), rows: 12, deliveries: 1, usual: 40, limit: 17 });
    expect(days).toHaveLength(56);
  });

  it('is what is usual where one weekday always brings little', async () => {
    await deliver('sundays', TODAY - 60, TODAY + 1, (day) => (weekday(day) === 3 ? 5 : 40));
    app.at(TODAY, 12);
    expect((await app.source('sundays')).freshness.state).toBe('fresh');
  });

  it('is not what was taken back', async () => {
    await deliver('undone', TODAY - 60, TODAY + 1);
    await app.database.inScope({ organisationId: HOME, departmentIds: 'all' }, ({ query }) =>
      query(
        `update import set undone_at = now() where organisation_id = $1
         and source_id = (select id from source where organisation_id = $1 and code = 'undone') and started_at > $2`,
        [HOME, new Date((TODAY - 2) * 86_400_000)],
      ),
    );
    app.at(TODAY, 12);
    expect((await app.source('undone')).freshness.state).toBe('late');
  });
});

describe('a source of many small requests', () => {
  it('is judged by the day', async () => {
    for (let day = TODAY - 30; day < TODAY; day += 1) {
      for (const hour of [8, 12, 16]) {
        app.at(day, hour + 1);
        await app.take(
          'clicks',
          answersOf(day, 10, (index) => ({ externalId: `${day}-${hour}-${index}` })),
        );
      }
    }
    app.at(TODAY, 8);
    const { days, freshness } = await app.deliveries('clicks');
    expect(days.at(-2)).toMatchObject({ rows: 30, deliveries: 3, usual: 30 });
    expect(freshness.expected.rhythm).toBe('day');
  });
});

describe('how often a source should deliver', () => {
  const expectOf = (payload: object) => app.inject({ method: 'PUT', url: '/api/v1/sources/hand/expectation', payload });

  it('is said by people where it is not learned, and taken back to what was learned', async () => {
    app.at(TODAY - 20);
    await app.take('hand', answersOf(TODAY - 21, 20));
    app.at(TODAY);
    expect((await app.source('hand')).freshness).toMatchObject({ state: 'unjudged', expected: { rhythm: 'none' } });
    expect((await expectOf({ rhythm: 'week', graceHours: 12 })).statusCode).toBe(200);
    expect((await app.source('hand')).freshness).toMatchObject({
      state: 'late',
      expected: { rhythm: 'week', graceHours: 12, learned: false, weekdays: [] },
    });
    expect((await expectOf({ rhythm: 'learned' })).statusCode).toBe(200);
    expect((await app.source('hand')).freshness.state).toBe('unjudged');
  });

  it('is refused where it makes no sense', async () => {
    expect((await expectOf({ rhythm: 'sometimes' })).statusCode).toBe(400);
    expect((await expectOf({ rhythm: 'day', weekdays: [8] })).statusCode).toBe(400);
    expect((await expectOf({ rhythm: 'day', graceHours: -1 })).statusCode).toBe(400);
    const nobody = { method: 'PUT', url: '/api/v1/sources/nobody/expectation', payload: { rhythm: 'day' } } as const;
    expect((await app.inject(nobody)).statusCode).toBe(404);
  });
});
