import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SettingsDto } from '#contracts/settings.dto.ts';
import type { Role } from '#domain/role.ts';
import { HOME_SCOPE } from '../../apps/api/src/access/access.ts';
import { signedIn } from '../app/signed-in.ts';
import { injectAs, openTestApp, type TestApp } from '../app/test-app.ts';
import { setUpOrganisation } from '../ingest/lakeside.ts';

let app: TestApp;

beforeAll(async () => {
  app = await openTestApp();
});

afterAll(() => app.close());

async function ask(method: 'GET' | 'PATCH' | 'PUT' | 'DELETE', path = '', payload?: object, inject = app.inject) {
  const answer = await inject({ method, url: `/api/v1/settings${path}`, ...(payload && { payload }) });
  return { status: answer.statusCode, body: answer.json<SettingsDto & { message?: string | string[] }>() };
}

const now = async (): Promise<SettingsDto> => (await ask('GET')).body;
const changeTargets = async (edit: object) =>
  ask('PATCH', '/targets', { version: (await now()).targets.version, ...edit });
const changeRules = async (edit: object) => ask('PATCH', '', { version: (await now()).rules.version, ...edit });

async function lastOnTrail() {
  const [last] = await app.database.inScope(HOME_SCOPE, ({ query }) =>
    query<{ action: string; subject: string | null; details: string }>(
      'select action, subject, details from audit_event order by seq desc limit 1',
    ),
  );
  return { ...last, details: JSON.parse(last?.details ?? 'null') };
}

it('settings wait for an organisation', async () => {
  expect(await ask('GET')).toMatchObject({ status: 404 });
  await setUpOrganisation(app);
  expect(await ask('GET')).toMatchObject({ status: 200, body: { targets: { minimumResponses: 10 } } });
});

describe('targets', () => {
  it('are changed one by one, with the old value and the new on the trail', async () => {
    const { status, body } = await changeTargets({ answerWithinDays: 15, holidays: ['2026-12-25', '2026-01-01'] });
    expect([status, body.targets]).toMatchObject([
      200,
      { answerWithinDays: 15, acknowledgeWithinDays: 3, holidays: ['2026-01-01', '2026-12-25'] },
    ]);
    expect(await lastOnTrail()).toMatchObject({
      action: 'targets.changed',
      details: {
        from: { answerWithinDays: 20, holidays: [] },
        to: { answerWithinDays: 15, holidays: ['2026-01-01', '2026-12-25'] },
      },
    });
  });

  it('take effect in what is asked afterwards', async () => {
    await changeTargets({ minimumResponses: 12 });
    const answer = await app.inject({ method: 'GET', url: '/api/v1/organisation' });
    expect(answer.json()).toMatchObject({ minimumResponses: 12 });
  });

  it.each([
    [{ minimumResponses: 9 }, 'at least 10'],
    [{ minimumResponses: 10.5 }, 'minimumResponses'],
    [{ workingDays: [] }, 'at least one day'],
    [{ workingDays: [8] }, 'workingDays'],
    [{ holidays: ['2026-02-30'] }, 'no date'],
    [{ answerWithinDays: 1, acknowledgeWithinDays: 2 }, 'acknowledgeWithinDays'],
    [{ sessionHours: 1 }, 'sessionHours'],
  ])('refuse %j', async (edit, told) => {
    const { status, body } = await changeTargets(edit);
    expect([status, [body.message].flat().join()]).toEqual([400, expect.stringContaining(told)]);
  });

  it('stay where nothing is said of them', async () => {
    const before = (await now()).targets;
    expect((await changeTargets({ minimumResponses: null, holidays: null })).body.targets).toEqual(before);
  });

  it('tell the slower of two who change them', async () => {
    const { version } = (await now()).targets;
    expect(await ask('PATCH', '/targets', { version, answerWithinDays: 18 })).toMatchObject({ status: 200 });
    expect(await ask('PATCH', '/targets', { version, answerWithinDays: 19 })).toMatchObject({ status: 409 });
  });

  it('of waits hold from a date on, are corrected, and taken back but for the first', async () => {
    const results = async () => (await now()).targets.waits.filter(({ kind }) => kind === 'result');
    await ask('PUT', '/targets/waits/result/2026-07-01', { minutes: 2880 });
    await ask('PUT', '/targets/waits/result/2026-07-01', { minutes: 1440 });
    expect(await lastOnTrail()).toMatchObject({
      ...{ action: 'targets.changed', subject: 'result' },
      details: { holdsFrom: '2026-07-01', from: { minutes: 2880 }, to: { minutes: 1440 } },
    });
    const [first, second] = await results();
    expect([first?.first, second]).toEqual([
      true,
      { kind: 'result', holdsFrom: '2026-07-01', minutes: 1440, first: false },
    ]);
    expect(await ask('DELETE', `/targets/waits/result/${first?.holdsFrom}`)).toMatchObject({ status: 409 });
    expect(await ask('DELETE', '/targets/waits/result/2026-07-01')).toMatchObject({ status: 200 });
    expect(await results()).toEqual([first]);
  });

  it.each([
    ['no kind', 'naps/2026-07-01', { minutes: 5 }, 404],
    ['no date', 'result/2026-13-01', { minutes: 5 }, 400],
    ['no time at all', 'result/2026-07-01', { minutes: 0 }, 400],
  ])('of waits refuse %s', async (_, path, edit, status) => {
    expect(await ask('PUT', `/targets/waits/${path}`, edit)).toMatchObject({ status });
  });
});

describe('rules', () => {
  it('are changed, null meaning for good, and hold for the sessions there are', async () => {
    const { status, body } = await changeRules({ sessionIdleMinutes: 5, quarantineDays: null, wordsDays: 365 });
    expect([status, body.rules]).toMatchObject([200, { sessionIdleMinutes: 5, quarantineDays: null, wordsDays: 365 }]);
    expect(await lastOnTrail()).toMatchObject({
      action: 'settings.changed',
      details: { from: { quarantineDays: 90 } },
    });
    const someone = await signedIn(app.app, { role: 'auditor' });
    await app.database.inScope(HOME_SCOPE, ({ query }) =>
      query(`update session s set last_seen_at = now() - interval '6 minutes', created_at = now() from account a
        where a.id = s.account_id and a.role = 'auditor'`),
    );
    expect((await injectAs(app.app, someone)('/api/v1/session')).statusCode).toBe(401);
  });

  it.each([[{ sessionIdleMinutes: 4 }], [{ sessionHours: 169 }], [{ wordsDays: 29 }], [{ quarantineDays: 0 }]])(
    'refuse %j',
    async (edit) => {
      expect(await changeRules(edit)).toMatchObject({ status: 400 });
    },
  );
});

it.each([
  ['administrator', 200, 200, 200],
  ['quality-manager', 200, 200, 403],
  ['auditor', 200, 403, 403],
  ['department-head', 403, 403, 403],
] as const)('%s: reads %i, targets %i, rules %i', async (role: Role, reads, targets, rules) => {
  const inject = injectAs(app.app, await signedIn(app.app, { role }));
  const { targets: read, rules: readRules } = await now();
  expect([
    (await ask('GET', '', undefined, inject)).status,
    (await ask('PATCH', '/targets', { version: read.version }, inject)).status,
    (await ask('PATCH', '', { version: readRules.version }, inject)).status,
  ]).toEqual([reads, targets, rules]);
});
