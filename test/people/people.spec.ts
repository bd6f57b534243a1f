import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LinkedPersonDto, PeopleDto, PersonDto, PersonSessionsDto } from '#contracts/people.dto.ts';
import type { Role } from '#domain/role.ts';
import { HOME_SCOPE } from '../../apps/api/src/access/access.ts';
import { type SignedIn, signedIn } from '../app/signed-in.ts';
import { injectAs, openTestApp, type TestApp } from '../app/test-app.ts';
import { setUpOrganisation } from '../ingest/lakeside.ts';

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

let app: TestApp;
let made = 0;

beforeAll(async () => {
  app = await openTestApp();
  await setUpOrganisation(app);
});

afterAll(() => app.close());

async function ask<Body>(method: Method, path: string, payload?: object, by?: SignedIn) {
  const inject = by === undefined ? app.inject : injectAs(app.app, by);
  const answer = await inject({ method, url: `/api/v1/people${path}`, ...(payload && { payload }) });
  return {
    status: answer.statusCode,
    body: (answer.body === '' ? null : answer.json()) as Body & { message?: string },
  };
}

const everybody = async (): Promise<PersonDto[]> => (await ask<PeopleDto>('GET', '')).body.people;

async function person(id: string): Promise<PersonDto> {
  const found = (await everybody()).find((one) => one.id === id);
  if (found === undefined) throw new Error('not there');
  return found;
}

async function invite(wish: object = {}) {
  made += 1;
  return ask<LinkedPersonDto>('POST', '', {
    email: `p${made}@hospital.example`,
    name: `P ${made}`,
    role: 'auditor',
    ...wish,
  });
}

/** Somebody signed in, and their account. */
async function someone(role: Role, more: { departmentIds?: string[] } = {}) {
  made += 1;
  const name = `Someone ${made}`;
  const headers = await signedIn(app.app, { role, name, ...more });
  const found = (await everybody()).find((one) => one.name === name);
  return { headers, id: found?.id ?? '', version: found?.version ?? '' };
}

const sql = <Row>(text: string, values: unknown[] = []) =>
  app.database.inScope(HOME_SCOPE, ({ query }) => query<Row>(text, values));

const trailOf = async (id: string) =>
  (
    await sql<{ action: string; details: string }>(
      `select action, details from audit_event where subject_kind = 'account' and subject = $1 order by seq`,
      [id],
    )
  ).map(({ action, details }) => ({ action, details: JSON.parse(details) }));

/** Gives an account a password, as if an invitation had been accepted. */
const comeIn = (id: string) => sql(`update account set password_hash = 'x' where id = $1`, [id]);

describe('an invitation', () => {
  it('carries its link where no mail is sent, and is on the trail without it', async () => {
    const { status, body } = await invite({ role: 'staff', departments: ['ward-4b'], language: 'lt' });
    expect(status).toBe(201);
    expect(body.link).toMatch(/^http:\/\/[^#]+\/invitation#[0-9a-f]{32}_[\w-]{43}$/);
    expect(body.person).toMatchObject({
      ...{ role: 'staff', departments: ['ward-4b'], language: 'lt', state: 'invited' },
      invitedUntil: expect.stringContaining(body.goodUntil.slice(0, 16)),
    });
    const [entry] = await trailOf(body.person.id);
    expect(entry).toMatchObject({ action: 'account.invited', details: { role: 'staff', departments: ['ward-4b'] } });
    expect(JSON.stringify(entry)).not.toContain(body.link?.split('#')[1]);
  });

  it.each([
    ['no address', { email: 'rasa' }, 'email'],
    ['no name', { name: ' ' }, 'name'],
    ['a role nobody knows', { role: 'owner' }, 'role'],
    ['a head without departments', { role: 'department-head' }, 'at least one'],
    ['departments of an auditor', { departments: ['ward-4b'] }, 'leave them out'],
    ['a department nobody knows', { role: 'staff', departments: ['ward-9'] }, 'ward-9'],
    ['a language nobody speaks', { language: 'xx' }, 'language'],
  ])('is refused with %s', async (_, wish, told) => {
    const { status, body } = await invite(wish);
    expect([status, [body.message].flat().join()]).toEqual([400, expect.stringContaining(told)]);
  });

  it('is refused for an address that has an account, however it is written', async () => {
    const { body } = await invite();
    expect(await invite({ email: ` ${body.person.email.toUpperCase()} ` })).toMatchObject({ status: 409 });
  });

  it('can be renewed until it was accepted; the link before is worthless then', async () => {
    const first = await invite();
    const { id } = first.body.person;
    const second = await ask<LinkedPersonDto>('POST', `/${id}/invitation`);
    const look = (link: string | null) =>
      app.app.inject({
        method: 'POST',
        url: '/api/v1/links/look',
        payload: { purpose: 'invitation', token: link?.split('#')[1] },
      });
    const links = await sql<{ used: boolean }>(
      'select used_at is not null as used from one_time_link where account_id = $1',
      [id],
    );
    expect(links).toEqual([{ used: false }]);
    expect(second.body.link).not.toBe(first.body.link);
    expect([(await look(first.body.link)).statusCode, (await look(second.body.link)).statusCode]).toEqual([404, 200]);
    await comeIn(id);
    expect(await ask('POST', `/${id}/invitation`)).toMatchObject({ status: 409 });
  });
});

describe('a change', () => {
  it('holds from the next request on', async () => {
    const [ward] = await sql<{ id: string }>(`select id from department where code = 'ward-4b'`);
    const head = await someone('department-head', { departmentIds: [ward?.id ?? ''] });
    const seen = async () => {
      const answer = await injectAs(app.app, head.headers)({ method: 'GET', url: '/api/v1/session' });
      return answer.json();
    };
    expect(await seen()).toMatchObject({ role: 'department-head', departments: ['ward-4b'] });
    const changed = await ask<PersonDto>('PATCH', `/${head.id}`, { version: head.version, departments: ['medicine'] });
    expect(await seen()).toMatchObject({ departments: ['medicine'] });
    await ask('PATCH', `/${head.id}`, { version: changed.body.version, role: 'auditor' });
    expect(await seen()).toMatchObject({ role: 'auditor', departments: [] });
    expect((await trailOf(head.id)).map(({ details }) => [details.from.departments, details.to.departments])).toEqual([
      [['ward-4b'], ['medicine']],
      [['medicine'], []],
    ]);
  });

  it('tells the slower of two administrators, and leaves the other’s work', async () => {
    const { id, version } = await someone('auditor');
    expect(await ask('PATCH', `/${id}`, { version, name: 'First' })).toMatchObject({ status: 200 });
    expect(await ask('PATCH', `/${id}`, { version, name: 'Second' })).toMatchObject({ status: 409 });
    expect(await person(id)).toMatchObject({ name: 'First' });
  });

  it('asks for departments where the new role needs them', async () => {
    const { id, version } = await someone('auditor');
    expect(await ask('PATCH', `/${id}`, { version, name: null, role: null, departments: null })).toMatchObject({
      status: 200,
    });
    expect(await ask('PATCH', `/${id}`, { version, role: 'staff' })).toMatchObject({ status: 400 });
    expect(await ask('PATCH', `/${id}`, { version, role: 'staff', departments: ['medicine'] })).toMatchObject({
      status: 200,
    });
  });

  it('of one’s own role is refused, of one’s own name is not', async () => {
    const { id, version, headers } = await someone('administrator');
    expect(await ask('PATCH', `/${id}`, { version, role: 'auditor' }, headers)).toMatchObject({ status: 403 });
    expect(await ask('PATCH', `/${id}`, { version, name: 'Me', role: 'administrator' }, headers)).toMatchObject({
      status: 200,
    });
  });
});

describe('somebody disabled', () => {
  it('is out at their next request, everywhere, and may be let in again', async () => {
    const { id, headers } = await someone('quality-manager');
    const session = () => injectAs(app.app, headers)({ method: 'GET', url: '/api/v1/session' });
    expect((await session()).statusCode).toBe(200);
    expect(await ask('POST', `/${id}/disable`)).toMatchObject({
      status: 200,
      body: { state: 'disabled', sessions: 0 },
    });
    expect((await session()).statusCode).toBe(401);
    expect(await ask('POST', `/${id}/enable`)).toMatchObject({ status: 200 });
    expect((await session()).statusCode).toBe(401);
    expect((await trailOf(id)).map(({ action }) => action)).toEqual(['account.disabled', 'account.enabled']);
  });

  it('loses the links they were sent', async () => {
    const { body } = await invite();
    await ask('POST', `/${body.person.id}/disable`);
    expect(await person(body.person.id)).toMatchObject({ invitedUntil: null, state: 'disabled' });
  });
});

describe('administrators', () => {
  const administrators = async () =>
    (await everybody()).filter(({ role, state }) => role === 'administrator' && state !== 'disabled');

  it('do not lock themselves out, nor each other at the same time', async () => {
    const [one, two] = [await someone('administrator'), await someone('administrator')];
    await Promise.all([comeIn(one.id), comeIn(two.id)]);
    for (const { id, you } of await administrators()) {
      if (![one.id, two.id].includes(id) && !you) await ask('POST', `/${id}/disable`);
    }
    const us = (await everybody()).find(({ you }) => you)?.id ?? '';
    expect(await ask('POST', `/${us}/disable`)).toMatchObject({ status: 403 });
    await ask('POST', `/${us}/disable`, undefined, one.headers);

    const answers = await Promise.all([
      ask('POST', `/${two.id}/disable`, undefined, one.headers),
      ask('POST', `/${one.id}/disable`, undefined, two.headers),
    ]);
    expect(answers.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1);
    const left = await sql<{ count: number }>(
      `select count(*)::int as count from account where role = 'administrator' and disabled_at is null`,
    );
    expect(left).toEqual([{ count: 1 }]);
    await sql(`update account set disabled_at = null where role = 'administrator' and id = $1`, [us]);
    app.inject = injectAs(app.app, await signedIn(app.app, { role: 'administrator' }));
  });
});

describe('a way back in', () => {
  it('is a link for another password, for those who have one', async () => {
    const { id } = await someone('staff', { departmentIds: [] });
    expect(await ask('POST', `/${id}/password-reset`)).toMatchObject({ status: 409 });
    await comeIn(id);
    const { status, body } = await ask<LinkedPersonDto>('POST', `/${id}/password-reset`);
    expect([status, body.link]).toEqual([201, expect.stringMatching(/\/reset#/)]);
    expect((await trailOf(id)).at(-1)).toMatchObject({ action: 'password.reset-offered' });
  });

  it('is signing in without the second factor that was lost', async () => {
    const { id, headers } = await someone('auditor');
    await sql(
      `update account set totp_secret = '\\x01', totp_enabled_at = now(), recovery_hashes = '{"\\\\x01"}' where id = $1`,
      [id],
    );
    expect(await person(id)).toMatchObject({ secondFactor: true });
    expect(await ask('DELETE', `/${id}/second-factor`)).toMatchObject({ status: 200, body: { secondFactor: false } });
    const [kept] = await sql<{ secret: null; codes: string[] }>(
      'select totp_secret as secret, recovery_hashes as codes from account where id = $1',
      [id],
    );
    expect(kept).toEqual({ secret: null, codes: [] });
    expect((await injectAs(app.app, headers)('/api/v1/session')).statusCode).toBe(401);
  });
});

describe('sessions of others', () => {
  it('are seen, and ended one by one or all at once', async () => {
    const { id, headers } = await someone('auditor');
    const { sessions } = (await ask<PersonSessionsDto>('GET', `/${id}/sessions`)).body;
    expect(sessions).toMatchObject([{ address: '127.0.0.1', agent: 'test' }]);
    expect(JSON.stringify(sessions)).not.toContain('secret');
    expect(await ask('DELETE', `/${id}/sessions/${sessions[0]?.id}`)).toMatchObject({ status: 204 });
    expect(await ask('DELETE', `/${id}/sessions/${sessions[0]?.id}`)).toMatchObject({ status: 404 });
    expect((await injectAs(app.app, headers)('/api/v1/session')).statusCode).toBe(401);
    expect(await ask('DELETE', `/${id}/sessions`)).toMatchObject({ status: 204 });
  });
});

describe('who may', () => {
  it.each([
    ['auditor', 200, 403],
    ['quality-manager', 403, 403],
    ['department-head', 403, 403],
    ['staff', 403, 403],
  ] as const)('%s reads %i and changes %i', async (role, reads, changes) => {
    const { id, version, headers } = await someone(role);
    const statuses = async (calls: [Method, string, object?][]) => {
      const answers = await Promise.all(calls.map(([method, path, payload]) => ask(method, path, payload, headers)));
      return [...new Set(answers.map(({ status }) => status))];
    };
    expect(
      await statuses([
        ['GET', ''],
        ['GET', `/${id}/sessions`],
      ]),
    ).toEqual([reads]);
    expect(
      await statuses([
        ['POST', '', { email: 'a@b.example', name: 'A', role: 'auditor' }],
        ['PATCH', `/${id}`, { version, name: 'X' }],
        ...['disable', 'enable', 'invitation', 'password-reset'].map((verb): [Method, string] => [
          'POST',
          `/${id}/${verb}`,
        ]),
        ['DELETE', `/${id}/second-factor`],
        ['DELETE', `/${id}/sessions`],
      ]),
    ).toEqual([changes]);
  });

  it('finds nobody who is not there', async () => {
    const nobody = '00000000-0000-4000-8000-000000000000';
    expect(await ask('POST', `/${nobody}/disable`)).toMatchObject({ status: 404 });
    expect(await ask('GET', `/${nobody}/sessions`)).toMatchObject({ status: 404 });
    expect(await ask('GET', `/x/sessions`)).toMatchObject({ status: 400 });
  });
});
