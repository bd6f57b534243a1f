import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { DemoDto } from '#contracts/demo.dto.ts';
import type { OrganisationDto } from '#contracts/organisation.dto.ts';
import { HOME_SCOPE } from '../../apps/api/src/access/access.ts';
import { DemoRemoval } from '../../apps/api/src/demo/demo-removal.ts';
import { verifyRollups } from '../../apps/api/src/facts/verify.ts';
import { isEmpty } from '../../apps/api/src/organisation/is-empty.query.ts';
import { type SignedIn, signedIn } from '../app/signed-in.ts';
import { injectAs, openTestApp, type TestApp } from '../app/test-app.ts';
import { send, STRUCTURE } from '../ingest/lakeside.ts';

const WISH = { confirm: 'Test Health', name: 'Our Hospital', timeZone: 'Europe/Vilnius' };
let app: TestApp;

beforeEach(async () => {
  app = await openTestApp();
  await app.inject({ method: 'PUT', url: '/api/v1/organisation/structure', payload: { ...STRUCTURE, demo: true } });
  await send(app, 'waits', [
    { externalId: 'w', department: 'ward-4b', startedAt: '2026-10-01T09:00:00Z', waitMinutes: 5 },
    { externalId: 'x' },
  ]);
  await send(app, 'complaints', [
    { externalId: 'c', department: 'hillcrest-pharmacy', receivedAt: '2026-10-01T09:00:00Z', subjects: ['billing'] },
  ]);
});

afterEach(() => app.close());

const sql = <Row>(text: string): Promise<Row[]> => app.database.inScope(HOME_SCOPE, ({ query }) => query<Row>(text));

async function remove(wish: object = WISH, by?: SignedIn) {
  const inject = by === undefined ? app.inject : injectAs(app.app, by);
  const answer = await inject({ method: 'POST', url: '/api/v1/demo/removal', payload: wish });
  return { status: answer.statusCode, message: answer.json<{ message?: string }>().message };
}

const demo = async (): Promise<DemoDto> => (await app.inject('/api/v1/demo')).json();

async function untilGone(): Promise<void> {
  while ((await demo()).demo) await new Promise((resolve) => setTimeout(resolve, 50));
}

async function demoAdministrator(): Promise<SignedIn> {
  const headers = await signedIn(app.app, { role: 'administrator', name: 'Mai Demo' });
  await sql(`update account set demo = true where name = 'Mai Demo'`);
  return headers;
}

const LEFT = `select (select count(*) from wait) + (select count(*) from complaint) + (select count(*) from wait_cell)
  + (select count(*) from complaint_cell) + (select count(*) from quarantine) + (select count(*) from import)
  + (select count(*) from source) + (select count(*) from department) + (select count(*) from site) as rows`;

it('takes everything of the demo away but the people who stay, the settings and the trail', async () => {
  const theirs = await demoAdministrator();
  const source = { code: 'feed', name: 'Feed' };
  await app.inject({ method: 'POST', url: '/api/v1/sources', payload: source });
  await app.inject({ method: 'POST', url: '/api/v1/sources/feed/keys', payload: { name: 'k' } });

  expect(await remove()).toMatchObject({ status: 202 });
  await untilGone();

  expect(await sql(LEFT)).toEqual([{ rows: '0' }]);
  expect(await verifyRollups(app.database, HOME_SCOPE)).toEqual([]);
  const organisation = (await app.inject('/api/v1/organisation')).json<OrganisationDto>();
  expect(organisation).toMatchObject({ name: 'Our Hospital', timeZone: 'Europe/Vilnius', demo: false, sites: [] });
  expect((await injectAs(app.app, theirs)('/api/v1/session')).statusCode).toBe(401);
  expect(await sql('select 1 from machine_key where revoked_at is null')).toEqual([]);
  const trail = await sql<{ action: string }>(`select action from audit_event where action like 'demo.%' order by seq`);
  expect(trail.map(({ action }) => action)).toEqual(['demo.removal-began', 'demo.removed']);
  expect(await isEmpty(app.database)).toBe(false);
});

it('leaves room for a hospital’s own sites at once', async () => {
  await remove();
  await untilGone();
  const site = { code: 'riverside', name: 'Ours', timeZone: 'Europe/Vilnius' };
  expect((await app.inject({ method: 'POST', url: '/api/v1/sites', payload: site })).statusCode).toBe(201);
  const sent = await send(app, 'waits', [
    { externalId: 'w', site: 'riverside', startedAt: '2026-10-01T09:00:00Z', waitMinutes: 5 },
  ]);
  expect(sent).toMatchObject({ accepted: 1 });
});

it('is not done by an account of the demo, which would go with it', async () => {
  const theirs = await demoAdministrator();
  const { status, message } = await remove(WISH, theirs);
  expect([status, message]).toEqual([409, expect.stringContaining('account of your own')]);
  expect((await injectAs(app.app, theirs)('/api/v1/demo')).json()).toMatchObject({ byDemoAccount: true, demo: true });
});

it.each([
  ['another name typed', { confirm: 'test health' }, 400],
  ['no name for the hospital', { name: '' }, 400],
  ['an offset for a time zone', { timeZone: '+07:00' }, 400],
])('is not done with %s', async (_, wish, status) => {
  expect(await remove({ ...WISH, ...wish })).toMatchObject({ status });
  expect(await demo()).toMatchObject({ demo: true, removal: null });
});

it('is not done while rows arrive, nor to data that is not the demo’s', async () => {
  await sql('update import set finished_at = null, started_at = now()');
  expect(await remove()).toMatchObject({ status: 409, message: expect.stringContaining('arriving') });
  await sql('update organisation set demo = false');
  expect(await remove()).toMatchObject({ status: 409, message: expect.stringContaining('not the demo') });
});

it('goes on where another process broke off, and is done once', async () => {
  await sql('update organisation set demo_departments_left = 2');
  expect(await demo()).toMatchObject({ removal: { departments: 6, left: 2 } });
  for (let times = 0; times < 3; times += 1) app.app.get(DemoRemoval).goOn(HOME_SCOPE);
  await untilGone();
  expect(await sql(LEFT)).toEqual([{ rows: '0' }]);
  expect(await sql(`select 1 from audit_event where action = 'demo.removed'`)).toHaveLength(1);
});

it('is for administrators alone', async () => {
  const manager = await signedIn(app.app, { role: 'quality-manager' });
  expect(await remove(WISH, manager)).toMatchObject({ status: 403 });
});
