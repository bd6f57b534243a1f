import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { InjectOptions } from 'fastify';
import { Client } from 'pg';
import { pino } from 'pino';
import { openApiDocument } from '../../apps/api/src/serving/openapi-document.ts';
import { signedIn } from '../app/signed-in.ts';
import { type TestApp, injectAs, openTestApp } from '../app/test-app.ts';
import { openCommandLine } from '../import/command-line.ts';
import { send, setUpOrganisation } from '../ingest/lakeside.ts';
import { fieldsOf } from './described-fields.ts';
import { type Route, servedRoutes } from './served-routes.ts';

/** What a patient wrote, and what identifies one; neither may turn up anywhere that somebody else looks. */
const CANARY = 'Quetzal-4711';
/** Digits that stand by themselves: those of a time in milliseconds may hold any four. */
const FOUND = /quetzal|(?<!\d)4711(?!\d)/i;

const JSON_TYPE = { 'content-type': 'application/json' };
const NDJSON_TYPE = { 'content-type': 'application/x-ndjson' };

let app: TestApp;
let owner: Client;
let lines: string[] = [];

beforeAll(async () => {
  const sink = new Writable({ write: (chunk, _, done) => (lines.push(String(chunk)), done()) });
  app = await openTestApp({ logger: pino({ base: undefined }, sink) });
  owner = new Client({ connectionString: app.address.ownerUrl });
  await Promise.all([owner.connect(), setUpOrganisation(app)]);
});

afterAll(async () => {
  await owner.end();
  await app.close();
});

// Whatever else is written on the terminal is a log as well.
beforeEach(() => {
  lines = [];
  const hear = (text: unknown): boolean => (lines.push(String(text)), true);
  jest.spyOn(process.stdout, 'write').mockImplementation(hear);
  jest.spyOn(process.stderr, 'write').mockImplementation(hear);
});

afterEach(() => {
  jest.restoreAllMocks();
});

/** Ways to send words to a route that may go wrong: in the address, the query, the headers and in all kinds of bodies. */
function plantings({ method, path }: Route, body: string[] | null): InjectOptions[] {
  const address = path.replace(/:\w+|\*/g, encodeURIComponent(CANARY));
  const asked = { method: method as 'GET', url: `${address}?q=${CANARY}&from=${CANARY}&${CANARY}=1` };
  const said = {
    'user-agent': CANARY,
    referer: `http://x/${CANARY}`,
    'x-forwarded-for': CANARY,
    'x-request-id': CANARY,
  };
  const plain = { method: method as 'GET', url: address };
  if (method === 'GET' || method === 'DELETE') return [asked, { ...plain, headers: said }];
  const every = Object.fromEntries((body ?? []).map((field) => [field.split(/[.[(]/)[0], CANARY]));
  const bodies: [string, Record<string, string>][] = [
    [JSON.stringify(every), JSON_TYPE],
    [JSON.stringify([every, { [CANARY]: CANARY }]), JSON_TYPE],
    [`{"${CANARY}": "${CANARY}`, JSON_TYPE],
    [`{"externalId":"1","comment":"${CANARY}"\n${CANARY}\n{"csat":"${CANARY}","${CANARY}":1}\n`, NDJSON_TYPE],
    [CANARY, { 'content-type': `text/${CANARY}` }],
    [CANARY, { ...JSON_TYPE, 'content-encoding': CANARY }],
  ];
  return [asked, ...bodies.map(([payload, headers]) => ({ ...plain, payload, headers: { ...said, ...headers } }))];
}

/** Log lines are written after the answer has gone. */
const untilLogged = () => new Promise((resolve) => setTimeout(resolve, 50));

describe('a patient’s words', () => {
  it('are not told to others who ask for what went wrong', async () => {
    const odd = { externalId: CANARY, department: CANARY, respondedAt: CANARY, csat: CANARY, comment: CANARY };
    expect(await send(app, 'survey-responses', [odd])).toMatchObject({ quarantined: 1 });
    const others = ['/api/v1/session', '/api/v1/organisation', '/api/v1/sources', '/api/v1/audit', '/health/ready'];
    // Before the next test, which names sources and people with these words.
    for (const url of others) {
      const { statusCode, body } = await app.inject({ method: 'GET', url });
      expect([url, statusCode, FOUND.exec(body)]).toEqual([url, 200, null]);
    }
    await untilLogged();
    expect(lines.filter((line) => FOUND.test(line))).toEqual([]);
  });

  it('sent to every route in every wrong way are in no log, and in no answer to a stranger', async () => {
    const document = openApiDocument(app.app);
    const repeated: string[] = [];
    let asked = 0;
    for (const route of servedRoutes(app.app).filter(({ path }) => !path.startsWith('/api/docs'))) {
      // Some routes sign people out.
      const somebody = injectAs(app.app, await signedIn(app.app, { role: 'administrator' }));
      for (const planting of plantings(route, fieldsOf(document, route)?.body ?? null)) {
        const known = await somebody(planting);
        const stranger = await app.app.inject(planting);
        const open = /^\/api\/v1\/(?:session|links|sign-in)/.test(route.path);
        if (known.statusCode >= 500) repeated.push(`${route.method} ${route.path} failed: ${known.body}`);
        if (!open && FOUND.test(stranger.body)) repeated.push(`${route.method} ${route.path}: ${stranger.body}`);
        asked += 2;
      }
    }
    for (const url of [
      `/api/v1/${CANARY}`,
      `/${CANARY}.js`,
      `/api/v1/complaints/%zz${CANARY}`,
      `/api/v1/x/${CANARY}`,
    ]) {
      expect((await app.inject({ method: 'GET', url })).body).not.toMatch(FOUND);
      asked += 1;
    }
    await untilLogged();
    expect(repeated).toEqual([]);
    expect(lines.filter((line) => FOUND.test(line))).toEqual([]);
    expect(lines.filter((line) => line.includes('"route"')).length).toBeGreaterThan(asked * 0.9);
  });

  it('leave of a request nothing in the log but what it was and how it went', async () => {
    await app.inject({ method: 'GET', url: `/api/v1/complaints/1?x=${CANARY}`, headers: { 'user-agent': CANARY } });
    await untilLogged();
    const [line = ''] = lines.filter((one) => one.includes('complaints'));
    expect(Object.keys(JSON.parse(line)).sort()).toEqual(['level', 'method', 'ms', 'route', 'status', 'time']);
    expect(JSON.parse(line).route).toBe('/api/v1/complaints/:number');
  });

  it.each([
    ['is missing a table', 'alter table complaint rename to hidden', 'alter table hidden rename to complaint'],
    [
      'refuses the row, and repeats it',
      `alter table complaint add constraint odd check (title is distinct from '${CANARY}') not valid`,
      'alter table complaint drop constraint odd',
    ],
  ])('are in no log and no answer when the database %s', async (_, breaks, mends) => {
    await owner.query(breaks);
    const row = { externalId: CANARY, department: 'ward-4b', receivedAt: '2026-10-07T10:00:00Z', title: CANARY };
    const ingest = '/api/v1/ingest/complaints?source=test-tool';
    const answers = [
      await app.inject({ method: 'POST', url: ingest, payload: [{ ...row, narrative: CANARY }] }),
      await app.inject({ method: 'POST', url: ingest, payload: JSON.stringify(row), headers: NDJSON_TYPE }),
    ];
    await owner.query(mends);
    await untilLogged();
    for (const answer of answers) {
      expect(answer.statusCode).toBe(500);
      expect(answer.body).not.toMatch(FOUND);
    }
    expect(lines.filter((line) => line.includes('unexpected')).length).toBe(2);
    expect(lines.filter((line) => FOUND.test(line))).toEqual([]);
  });
});

it('words in a file that cannot be taken are not told on the terminal', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bedside-canary-'));
  const line = await openCommandLine();
  try {
    const file = join(folder, 'answers.csv');
    writeFileSync(
      file,
      `when,rating,said,who\n${CANARY},5,${CANARY},${CANARY}\n2026-10-07 10:00,${CANARY},"${CANARY},${CANARY}\n`,
    );
    const mapped = ['--map', 'when=respondedAt', '--map', 'rating=csat', '--map', 'said=comment'];
    const place = ['--source', 'canary', '--site', 'riverside', '--zone', 'UTC', '--create-departments'];
    const { printed, noted } = await line.run('import', file, '--kind', 'survey-responses', ...mapped, ...place);
    expect(`${printed}${noted}`).toContain('kept aside  2');
    expect(`${printed}${noted}${lines.join('')}`).not.toMatch(FOUND);
  } finally {
    await line.close();
    rmSync(folder, { recursive: true });
  }
});

it('the database that comes along logs no statement, no value and no detail', async () => {
  const { rows } = await owner.query<Record<string, string>>(`
    select current_setting('log_statement') as statements, current_setting('log_min_error_statement') as failed,
      current_setting('log_min_duration_statement') as slow, current_setting('log_error_verbosity') as details,
      current_setting('log_parameter_max_length_on_error') as parameters`);
  expect(rows[0]).toEqual({ statements: 'none', failed: 'panic', slow: '-1', details: 'terse', parameters: '0' });
});
