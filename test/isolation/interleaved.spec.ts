import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { wholeOf } from '../../apps/api/src/access/access.ts';
import { signedIn } from '../app/signed-in.ts';
import { type TestApp, injectAs, openTestApp } from '../app/test-app.ts';
import { send } from '../ingest/lakeside.ts';

const ORGANISATIONS = 50;
const REQUESTS = 10_000;
/** Far more at a time than there are connections, so that each connection goes from hand to hand. */
const AT_A_TIME = 80;
const DEPARTMENTS = ['a', 'b'] as const;

/** Somebody with a right to some words, which all that they are shown has to hold, and no others. */
interface Reader {
  mine: RegExp;
  ask: TestApp['inject'];
}

let app: TestApp;
const readers: Reader[] = [];

/** In everything written in a department: `word-17-a-`. */
const wordOf = (organisation: number, department: string): string => `word-${organisation}-${department}-`;

beforeAll(async () => {
  app = await openTestApp();
  for (let number = 0; number < ORGANISATIONS; number += 1) await found(number);
}, 120_000);

afterAll(() => app.close());

async function found(number: number): Promise<void> {
  const organisationId = randomUUID();
  const who = (options: Partial<Parameters<typeof signedIn>[1]>) =>
    signedIn(app.app, { role: 'department-head', organisationId, name: wordOf(number, 'name'), ...options });
  const whole = injectAs(app.app, await who({ role: 'administrator' }));
  const departments = DEPARTMENTS.map((code) => ({ code, name: wordOf(number, code) }));
  const sites = [{ code: 'site', name: wordOf(number, 'site'), timeZone: 'UTC', departments }];
  const payload = { name: wordOf(number, 'house'), timeZone: 'UTC', sites };
  const made = await whole({ method: 'PUT', url: '/api/v1/organisation/structure', payload });
  expect(made.statusCode).toBe(200);
  const said = (department: string) => ({
    ...{ externalId: department, department, receivedAt: '2026-10-07T10:00:00Z' },
    ...{ title: wordOf(number, department), narrative: wordOf(number, department) },
  });
  expect(await send({ inject: whole }, 'complaints', DEPARTMENTS.map(said))).toMatchObject({ accepted: 2 });
  readers.push({ mine: new RegExp(`^word-${number}-`), ask: whole });
  for (const code of DEPARTMENTS) {
    const [row] = await app.database.inScope(wholeOf(organisationId), ({ query }) =>
      query<{ id: string }>('select id from department where organisation_id = $1 and code = $2', [
        organisationId,
        code,
      ]),
    );
    const head = injectAs(app.app, await who({ departmentIds: [row?.id ?? ''] }));
    readers.push({ mine: new RegExp(`^word-${number}-(?:${code}|house|name|site)-`), ask: head });
  }
}

/** What is asked in turn, mostly what is light; the complaints of everybody have the same numbers. */
const ASKED = [
  ...['/api/v1/session', '/api/v1/complaints/1', '/api/v1/session', '/api/v1/session', '/api/v1/complaints/2'],
  ...['/api/v1/session', '/api/v1/session', '/api/v1/complaints?view=all&limit=5'],
];

it('ten thousand requests of fifty organisations over ten connections are each answered with their own', async () => {
  const foreign: string[] = [];
  const statuses = new Map<number, number>();
  let words = 0;
  let next = 0;
  const worker = async () => {
    for (let turn = next++; turn < REQUESTS; turn = next++) {
      // A stride without a common factor: neighbours in time are of different organisations and ask different things.
      const reader = readers[(turn * 37) % readers.length];
      const answer = await reader?.ask({ method: 'GET', url: ASKED[(turn * 7) % ASKED.length] });
      if (reader === undefined || answer === undefined) throw new Error('nobody asked');
      statuses.set(answer.statusCode, (statuses.get(answer.statusCode) ?? 0) + 1);
      for (const [word] of answer.body.matchAll(/word-\d+-\w+-/g)) {
        words += 1;
        if (!reader.mine.test(word)) foreign.push(`${word} told to ${reader.mine.source}`);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, worker));
  expect(foreign).toEqual([]);
  // Heads are told that the other department's complaint does not exist; everything else was answered, in words.
  expect([...statuses.keys()].sort()).toEqual([200, 404]);
  expect(words).toBeGreaterThan(REQUESTS);
}, 180_000);
