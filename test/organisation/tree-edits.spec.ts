import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { OrganisationDto } from '#contracts/organisation.dto.ts';
import { HOME_SCOPE } from '../../apps/api/src/access/access.ts';
import { type SignedIn, signedIn } from '../app/signed-in.ts';
import { injectAs, openTestApp, type TestApp } from '../app/test-app.ts';
import { send, setUpOrganisation } from '../ingest/lakeside.ts';

let app: TestApp;

beforeAll(async () => {
  app = await openTestApp();
});

afterAll(() => app.close());

async function ask(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, payload?: object) {
  const answer = await app.inject({ method, url: `/api/v1/${path}`, ...(payload && { payload }) });
  return { status: answer.statusCode, body: answer.json<OrganisationDto & { message?: string | string[] }>() };
}

async function trailSince(seq: number) {
  const events = await app.database.inScope(HOME_SCOPE, ({ query }) =>
    query<{ seq: number; action: string; subject: string; details: string }>(
      'select seq::int as seq, action, subject, details from audit_event where seq > $1 order by seq',
      [seq],
    ),
  );
  return events.map(({ details, ...event }) => ({ ...event, ...JSON.parse(details) }));
}

async function lastSeq(): Promise<number> {
  return (await trailSince(0)).at(-1)?.seq ?? 0;
}

const departmentOf = (organisation: OrganisationDto, code: string) =>
  organisation.departments.find((department) => department.code === code);

beforeAll(() => setUpOrganisation(app));

describe('one department at a time', () => {
  let before: number;

  beforeEach(async () => {
    before = await lastSeq();
  });

  it('is added, renamed and moved, and the trail tells what was and what is', async () => {
    await ask('POST', 'departments', { site: 'riverside', code: 'icu', name: 'Intensive care', parent: 'medicine' });
    const moved = await ask('PATCH', 'departments/icu', { name: 'Intensive Care Unit', parent: null });
    expect(moved.status).toBe(200);
    expect(departmentOf(moved.body, 'icu')).toMatchObject({ name: 'Intensive Care Unit', parent: null });
    expect(await trailSince(before)).toMatchObject([
      { action: 'structure.changed', subject: 'icu', changes: [{ from: null, to: { parent: 'medicine' } }] },
      {
        action: 'structure.changed',
        subject: 'icu',
        changes: [
          {
            ...{ kind: 'department', code: 'icu' },
            from: { name: 'Intensive care', site: 'riverside', parent: 'medicine' },
            to: { name: 'Intensive Care Unit', site: 'riverside', parent: null },
          },
        ],
      },
    ]);
  });

  it('keeps its place when only its name is given, and leaves no trail when nothing changes', async () => {
    const { body } = await ask('PATCH', 'departments/ward-4b', { name: 'Ward 4B' });
    expect(departmentOf(body, 'ward-4b')).toMatchObject({ parent: 'medicine' });
    expect(await trailSince(before)).toEqual([]);
  });

  it.each([
    ['below itself', 'medicine', { name: 'Medicine', parent: 'medicine' }, 400, 'itself'],
    ['below one of its own', 'medicine', { name: 'Medicine', parent: 'ward-4b' }, 400, 'below it'],
    ['below another site’s', 'ward-4b', { name: 'Ward 4B', parent: 'hillcrest-pharmacy' }, 400, 'same site'],
    ['below the whole site', 'ward-4b', { name: 'Ward 4B', parent: 'riverside-general' }, 400, 'whole site'],
    ['without a name', 'ward-4b', { name: '  ' }, 400, 'name'],
    ['that stands for its site', 'riverside-general', { name: 'General' }, 409, 'named after the site'],
    ['that is not there', 'nowhere', { name: 'X' }, 404, 'no department'],
  ])('is not moved or renamed %s', async (_, code, edit, status, told) => {
    const answer = await ask('PATCH', `departments/${code}`, edit);
    expect([answer.status, [answer.body.message].flat().join()]).toEqual([status, expect.stringContaining(told)]);
  });

  it('is not added twice, nor where there is no site', async () => {
    const code = 'ward-4b';
    expect(await ask('POST', 'departments', { site: 'riverside', code, name: 'X' })).toMatchObject({ status: 409 });
    expect(await ask('POST', 'departments', { site: 'x', code: 'x', name: 'X' })).toMatchObject({ status: 404 });
    const general = { site: 'riverside', code: 'riverside-general', name: 'X' };
    expect(await ask('POST', 'departments', general)).toMatchObject({ status: 400 });
  });

  it('goes while nothing rests on it', async () => {
    await ask('POST', 'departments', { site: 'riverside', code: 'mistake', name: 'Mistake' });
    const { status, body } = await ask('DELETE', 'departments/mistake');
    expect([status, departmentOf(body, 'mistake')]).toEqual([200, undefined]);
    expect((await trailSince(before)).at(-1)).toMatchObject({ subject: 'mistake', changes: [{ to: null }] });
  });

  it('stays while rows, departments or people rest on it, and says which', async () => {
    await send(app, 'waits', [
      { externalId: 'w', department: 'ward-4b', startedAt: '2026-10-01T09:00:00Z', waitMinutes: 5 },
    ]);
    expect(await ask('DELETE', 'departments/ward-4b')).toMatchObject({
      status: 409,
      body: { message: expect.stringContaining('numbers of the past') },
    });
    expect(await ask('DELETE', 'departments/medicine')).toMatchObject({
      status: 409,
      body: { message: expect.stringContaining('below it') },
    });
    const [pharmacy] = await idsOf('riverside-pharmacy');
    await signedIn(app.app, { role: 'department-head', departmentIds: [pharmacy ?? ''] });
    expect(await ask('DELETE', 'departments/riverside-pharmacy')).toMatchObject({
      status: 409,
      body: { message: expect.stringContaining('People') },
    });
  });
});

describe('sites', () => {
  it('are added with a time zone, renamed with their general department, and removed while empty', async () => {
    const lagoon = { code: 'lagoon', name: 'Lagoon', timeZone: 'Asia/Karachi' };
    expect(await ask('POST', 'sites', lagoon)).toMatchObject({ status: 201 });
    expect(await ask('POST', 'sites', lagoon)).toMatchObject({ status: 409 });
    const { body } = await ask('PATCH', 'sites/lagoon', { name: 'Blue Lagoon' });
    expect(body.sites).toContainEqual(expect.objectContaining({ ...lagoon, name: 'Blue Lagoon' }));
    expect(departmentOf(body, 'lagoon-general')).toMatchObject({ name: 'Blue Lagoon' });
    expect((await ask('DELETE', 'sites/lagoon')).body.sites).not.toContainEqual(
      expect.objectContaining({ code: 'lagoon' }),
    );
    expect(await ask('DELETE', 'sites/riverside')).toMatchObject({ status: 409 });
  });

  it('belong to an organisation that can be renamed', async () => {
    const { body } = await ask('PATCH', 'organisation', { name: 'Lakeside Health', timeZone: 'Europe/Vilnius' });
    expect(body).toMatchObject({ name: 'Lakeside Health', timeZone: 'Europe/Vilnius' });
  });
});

describe('the journey', () => {
  const steps = ({ touchpoints }: OrganisationDto) =>
    touchpoints.filter(({ parent }) => parent === null).map(({ code }) => code);

  it('is put in another order, and only those that moved are on the trail', async () => {
    const seq = await lastSeq();
    const [first = '', second = '', ...rest] = steps((await ask('GET', 'organisation')).body);
    const { status, body } = await ask('PUT', 'touchpoints', { order: [second, first, ...rest] });
    expect([status, steps(body)]).toEqual([200, [second, first, ...rest]]);
    expect((await trailSince(seq)).map(({ action, subject }) => [action, subject]).toSorted()).toEqual(
      [first, second].map((code) => ['touchpoint.changed', code]).toSorted(),
    );
  });

  it.each([
    ['twice', ['care', 'care']],
    ['nobody knows', ['care', 'gone']],
  ])('refuses an order that names one %s', async (_, order) => {
    expect(await ask('PUT', 'touchpoints', { order })).toMatchObject({ status: 400 });
  });

  it('keeps a renamed touchpoint’s old name on the trail', async () => {
    const seq = await lastSeq();
    expect(await ask('PUT', 'touchpoints/care', { name: 'With the doctor' })).toMatchObject({ status: 200 });
    const [{ changes }] = await trailSince(seq);
    expect(changes).toMatchObject([{ from: { name: 'The visit itself' }, to: { name: 'With the doctor' } }]);
  });
});

describe('a department head', () => {
  let head: SignedIn;

  beforeAll(async () => {
    head = await signedIn(app.app, { role: 'department-head', departmentIds: await idsOf('ward-4b') });
  });

  it('is told of their own departments, and of those above by name', async () => {
    const answer = await injectAs(app.app, head)({ method: 'GET', url: '/api/v1/organisation' });
    const { sites, departments } = answer.json<OrganisationDto>();
    expect(sites.map(({ code }) => code)).toEqual(['riverside']);
    expect(departments.map(({ code, inScope }) => [code, inScope])).toEqual([
      ['medicine', false],
      ['ward-4b', true],
    ]);
  });

  it('learns of no others from what a question refuses', async () => {
    const answer = await injectAs(app.app, head)({ method: 'GET', url: '/api/v1/complaints?department=medicine' });
    expect([answer.statusCode, answer.json().message]).toEqual([400, 'department must be one of ward-4b']);
    const elsewhere = await injectAs(app.app, head)({ method: 'GET', url: '/api/v1/complaints?site=hillcrest' });
    expect([elsewhere.statusCode, elsewhere.json().message]).toEqual([400, 'site must be one of riverside']);
  });

  it('changes nothing of the tree', async () => {
    const inject = injectAs(app.app, head);
    for (const [method, url] of [
      ['PATCH', 'departments/ward-4b'],
      ['DELETE', 'departments/ward-4b'],
      ['PATCH', 'sites/riverside'],
      ['PUT', 'touchpoints/care'],
    ] as const) {
      const answer = await inject({
        method,
        url: `/api/v1/${url}`,
        ...(method !== 'DELETE' && { payload: { name: 'x' } }),
      });
      expect([url, answer.statusCode]).toEqual([url, 403]);
    }
  });
});

async function idsOf(code: string): Promise<string[]> {
  const rows = await app.database.inScope(HOME_SCOPE, ({ query }) =>
    query<{ id: string }>('select id from department where code = $1', [code]),
  );
  return rows.map(({ id }) => id);
}
