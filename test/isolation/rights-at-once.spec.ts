import { once } from 'node:events';
import { Agent, type OutgoingHttpHeaders, request } from 'node:http';
import { json } from 'node:stream/consumers';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { HOME_ORGANISATION_ID, wholeOf } from '../../apps/api/src/access/access.ts';
import { newToken } from '../../apps/api/src/access/secret.ts';
import { type SignedIn, signedIn } from '../app/signed-in.ts';
import { type TestApp, openTestApp } from '../app/test-app.ts';
import { send, setUpOrganisation } from '../ingest/lakeside.ts';

const HOME = wholeOf(HOME_ORGANISATION_ID);
const ROW = { externalId: '1', department: 'ward-4b', respondedAt: '2026-10-01T09:00:00Z', csat: 5 };

let app: TestApp;
/** One connection, kept open through every change of rights. */
let connection: Agent;
let departments: Map<string, string>;

beforeAll(async () => {
  app = await openTestApp();
  await setUpOrganisation(app);
  const narrative = 'They lost my papers';
  const complaint = { receivedAt: '2026-10-01T09:00:00Z', narrative };
  await send(app, 'complaints', [
    { ...complaint, externalId: 'a', department: 'ward-4b' },
    { ...complaint, externalId: 'b', department: 'riverside-pharmacy' },
  ]);
  const rows = await change<{ code: string; id: string }>('select code, id from department');
  departments = new Map(rows.map(({ code, id }) => [code, id]));
  connection = new Agent({ keepAlive: true, maxSockets: 1 });
});

afterAll(async () => {
  connection.destroy();
  await app.close();
});

const change = <Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> =>
  app.database.inScope(HOME, ({ query }) => query<Row>(sql, parameters));

const changeAll = (column: string, value: unknown) =>
  change(`update account set ${column} = $1 where organisation_id = $2`, [value, HOME_ORGANISATION_ID]);

interface Answer {
  status: number;
  body: { total?: number };
}

let sockets: Set<unknown>;
beforeEach(() => {
  sockets = new Set();
});

async function ask(headers: OutgoingHttpHeaders, path = '/api/v1/complaints', rows?: unknown[]): Promise<Answer> {
  const asking = request(`${app.url}${path}`, {
    agent: connection,
    method: rows === undefined ? 'GET' : 'POST',
    headers: { ...headers, ...(rows && { 'content-type': 'application/json' }) },
  });
  asking.on('socket', (socket) => sockets.add(socket));
  asking.end(rows && JSON.stringify(rows));
  const [answer] = await once(asking, 'response');
  return { status: answer.statusCode, body: (await json(answer)) as Answer['body'] };
}

const head = (...codes: string[]): Promise<SignedIn> =>
  signedIn(app.app, { role: 'department-head', departmentIds: codes.map((code) => departments.get(code) ?? '') });

it('a department taken away or given is so at the next request', async () => {
  const someone = await head('ward-4b', 'riverside-pharmacy');
  expect((await ask(someone)).body.total).toBe(2);
  await changeAll('departments', [departments.get('ward-4b')]);
  expect((await ask(someone)).body.total).toBe(1);
  await changeAll('departments', []);
  expect((await ask(someone)).body.total).toBe(0);
  await changeAll('departments', [departments.get('medicine')]);
  expect((await ask(someone)).body.total).toBe(1);
  expect(sockets.size).toBe(1);
});

it('another role is so at the next request', async () => {
  const someone = await head('ward-4b');
  expect(await ask(someone)).toMatchObject({ status: 200, body: { total: 1 } });
  await changeAll('role', 'auditor');
  expect((await ask(someone)).status).toBe(403);
  await changeAll('role', 'quality-manager');
  expect(await ask(someone)).toMatchObject({ status: 200, body: { total: 2 } });
  expect(sockets.size).toBe(1);
});

it('a person disabled is out at the next request', async () => {
  const someone = await signedIn(app.app, { role: 'administrator' });
  expect((await ask(someone)).status).toBe(200);
  await changeAll('disabled_at', new Date());
  expect((await ask(someone)).status).toBe(401);
  await changeAll('disabled_at', null);
  expect((await ask(someone)).status).toBe(200);
  expect(sockets.size).toBe(1);
});

it('a session ended elsewhere is over at the next request', async () => {
  const someone = await signedIn(app.app, { role: 'administrator' });
  expect((await ask(someone)).status).toBe(200);
  await change('delete from session where organisation_id = $1', [HOME_ORGANISATION_ID]);
  expect((await ask(someone)).status).toBe(401);
  expect(sockets.size).toBe(1);
});

it('a key revoked or run out opens nothing at the next request', async () => {
  const { text, secretHash } = newToken(HOME_ORGANISATION_ID);
  await change(
    `insert into machine_key (organisation_id, id, source_id, name, secret_hash, hint, created_at, created_by)
     select organisation_id, $2, id, 'Test', $3, 'x', now(), 'Test' from source where organisation_id = $1 and code = 'test-tool'`,
    [HOME_ORGANISATION_ID, randomUUID(), secretHash],
  );
  const key = { authorization: `Bearer bsk_${text}` };
  const sendRow = () => ask(key, '/api/v1/ingest/survey-responses?source=test-tool', [ROW]);
  expect((await sendRow()).status).toBe(200);
  await change('update machine_key set revoked_at = now() where organisation_id = $1', [HOME_ORGANISATION_ID]);
  expect((await sendRow()).status).toBe(401);
  await change(`update machine_key set revoked_at = null, expires_at = '2020-01-01' where organisation_id = $1`, [
    HOME_ORGANISATION_ID,
  ]);
  expect((await sendRow()).status).toBe(401);
  await change('update machine_key set expires_at = null where organisation_id = $1', [HOME_ORGANISATION_ID]);
  expect((await sendRow()).status).toBe(200);
  expect(sockets.size).toBe(1);
});
