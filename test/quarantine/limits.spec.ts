import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { HOME_SCOPE } from '../../apps/api/src/access/access.ts';
import { tidy } from '../../apps/api/src/retention/tidy.ts';
import { signedIn } from '../app/signed-in.ts';
import { injectAs, openTestApp, type TestApp } from '../app/test-app.ts';
import { send, setUpOrganisation } from '../ingest/lakeside.ts';
import { SetAside } from './set-aside.ts';

const AT = '2026-10-01T09:00:00Z';
const bad = { department: 'ward-4c', respondedAt: AT, csat: 4, comment: 'canary of a patient' };

let app: TestApp;
let aside: SetAside;

beforeAll(async () => {
  app = await openTestApp();
  await setUpOrganisation(app);
  aside = new SetAside(app);
});

beforeEach(() => aside.clear());

afterAll(() => app.close());

const later = (days: number): number => Date.now() + days * 86_400_000;
const kept = () => aside.sql<{ text: string }>('select to_jsonb(q)::text as text from quarantine q');

describe('kept for a limited time', () => {
  it('a row that waits goes after so many days, and the page says when', async () => {
    await send(app, 'survey-responses', [bad]);
    const standing = await aside.ask<{ nextGoesAt: string; goingSoon: number }>('POST', 'reasons', {});
    expect(Math.round((Date.parse(standing.nextGoesAt) - Date.now()) / 86_400_000)).toBe(90);
    expect(standing).toMatchObject({ open: 1, keptDays: 90, goingSoon: 0 });
    await tidy(app.database, HOME_SCOPE, later(89));
    expect(await kept()).toHaveLength(1);
    await tidy(app.database, HOME_SCOPE, later(91));
    expect(await kept()).toEqual([]);
  });

  it('of a row that went in no word stays, and it is known when it comes again', async () => {
    await send(app, 'survey-responses', [bad]);
    const { id } = await aside.one();
    await aside.mend(id, { department: 'ward-4b' });
    await aside.redrive();
    await tidy(app.database, HOME_SCOPE, later(91));
    expect(JSON.stringify(await kept())).not.toMatch(/canary|ward-4/);
    expect(await send(app, 'survey-responses', [bad])).toMatchObject({ unchanged: 1, quarantined: 0 });
    expect(await aside.answers()).toHaveLength(1);
  });
});

describe('a patient who is erased', () => {
  const erase = (identifier: string) =>
    app.inject({ method: 'POST', url: '/api/v1/patients/erase', payload: { identifier, reason: 'asked' } });

  it.each([
    ['in what came', { ...bad, visit: 'MRN-77001' }, {}],
    ['in what people mended', bad, { visit: 'MRN-77001' }],
  ])('leaves nothing behind: %s', async (_, row, values) => {
    await send(app, 'survey-responses', [row]);
    const { id } = await aside.one();
    await aside.mend(id, { csat: 3, ...values });
    expect((await erase('MRN-77001')).statusCode).toBeLessThan(300);
    expect(await kept()).toEqual([]);
  });
});

describe('who may', () => {
  // Another than the one that a patient has had erased above.
  const other = { ...bad, csat: 2 };

  it('the text of a row is on the trail as read, what it says is not', async () => {
    await send(app, 'survey-responses', [other]);
    const { id } = await aside.one({ said: 'ward-4c' });
    const events = await aside.sql<{ action: string; records: string[]; details: string }>(
      `select action, records, details from audit_event where action like 'quarantine.%' order by seq`,
    );
    expect(events).toContainEqual(expect.objectContaining({ action: 'quarantine.opened', records: [id] }));
    expect(events).toContainEqual(expect.objectContaining({ action: 'quarantine.listed', records: [id] }));
    expect(JSON.stringify(events)).not.toMatch(/canary|ward-4c/);
  });

  it.each(['department-head', 'staff', 'auditor'] as const)('is not the %s', async (role) => {
    const someone = injectAs(app.app, await signedIn(app.app, { role }));
    for (const path of ['reasons', 'search', 'export', 'redrive', 'restore']) {
      const answer = await someone({ method: 'POST', url: `/api/v1/quarantine/${path}`, payload: {} });
      expect([path, answer.statusCode]).toEqual([path, 403]);
    }
  });

  it('a quality manager mends, and sets up no departments by the way', async () => {
    await send(app, 'survey-responses', [other]);
    const manager = injectAs(app.app, await signedIn(app.app, { role: 'quality-manager' }));
    const redrive = (mapping: object) =>
      manager({ method: 'POST', url: '/api/v1/quarantine/redrive', payload: { mapping } });
    expect((await redrive({ createDepartments: true })).statusCode).toBe(403);
    expect((await redrive({ values: { department: { 'ward-4c': 'ward-4b' } } })).json()).toMatchObject({
      imports: [{ accepted: 1, done: true }],
    });
  });
});

it('leaves as a table in which nothing is a formula', async () => {
  await send(app, 'survey-responses', [{ ...bad, department: '=cmd()' }]);
  const answer = await app.inject({ method: 'POST', url: '/api/v1/quarantine/export', payload: {} });
  expect(answer.headers['content-type']).toContain('text/csv');
  expect(answer.body.split('\r\n')).toHaveLength(3);
  expect(answer.body).not.toMatch(/(^|,)"?=/m);
});
