import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LatestRedrivesDto, RedriveDto, RedrivesDto } from '#contracts/quarantine.dto.ts';
import { HOME_ORGANISATION_ID } from '../../apps/api/src/access/access.ts';
import { RunRedrive } from '../../apps/api/src/quarantine/drive/run-redrive.ts';
import { beginWork } from '../../apps/api/src/worker/begin-work.ts';
import { signedIn } from '../app/signed-in.ts';
import { injectAs, openTestApp, type TestApp } from '../app/test-app.ts';
import { send, setUpOrganisation } from '../ingest/lakeside.ts';
import { SetAside } from './set-aside.ts';

const MENDED = { mapping: { values: { department: { 'ward-4c': 'ward-4b' } } } };
const ROWS = 4_900;

let app: TestApp;
let aside: SetAside;

beforeAll(async () => {
  // Nobody takes up jobs until a test lets somebody begin.
  app = await openTestApp();
  await setUpOrganisation(app);
  aside = new SetAside(app);
});

afterAll(() => app.close());

const bad = (count: number, from = 0) =>
  Array.from({ length: count }, (_, nth) => ({
    ...{ externalId: `r${from + nth}`, department: 'ward-4c', respondedAt: '2026-10-01T09:00:00Z', csat: 4 },
  }));

async function redrive(asked: object): Promise<RedrivesDto & { status: number }> {
  const answer = await app.inject({ method: 'POST', url: '/api/v1/quarantine/redrive', payload: asked });
  return { status: answer.statusCode, ...answer.json<RedrivesDto>() };
}

const latest = async (): Promise<RedriveDto[]> => (await aside.ask<LatestRedrivesDto>('GET', 'redrives')).imports;

const stored = async () => (await aside.sql<{ rows: number }>('select count(*)::int as rows from survey_response'))[0];

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 10));
}

describe('more rows than whoever asked can wait for', () => {
  it('are taken for a job, which can be looked at and stopped before it has begun', async () => {
    await send(app, 'survey-responses', bad(60));
    const { status, imports, left } = await redrive(MENDED);
    expect({ status, left }).toEqual({ status: 202, left: 0 });
    expect(imports).toMatchObject([{ rows: 60, state: 'waiting', done: false, accepted: 0 }]);
    expect(await latest()).toEqual(imports);
    const ids = imports.map((one) => one.import);
    expect(await aside.ask('POST', 'redrives/stop', { imports: ids })).toMatchObject({
      imports: [{ state: 'stopped', done: true, stopping: true }],
    });
    const runs = { organisationId: HOME_ORGANISATION_ID, importIds: ids };
    await app.app.get(RunRedrive).run(runs, new AbortController().signal);
    expect(await stored()).toEqual({ rows: 0 });
    expect((await aside.ask<{ open: number }>('POST', 'reasons', {})).open).toBe(60);
  });

  it('go in exactly once, though the process that drove them ends in the middle', async () => {
    await send(app, 'survey-responses', bad(ROWS - 60, 60));
    const { status, imports } = await redrive(MENDED);
    expect(status).toBe(202);
    const importIds = imports.map((one) => one.import);
    const ends = new AbortController();
    const first = app.app.get(RunRedrive).run({ organisationId: HOME_ORGANISATION_ID, importIds }, ends.signal);
    await until(async () => (await stored())?.rows !== 0);
    ends.abort(new Error('the process ends'));
    await expect(first).rejects.toThrow('the process ends');
    const there = (await stored())?.rows ?? 0;
    expect(there).toBeLessThan(ROWS);
    expect(await latest()).toContainEqual(expect.objectContaining({ import: importIds[0], done: false, rows: ROWS }));
    await beginWork(app.app);
    await until(async () => (await latest()).every(({ done }) => done));
    expect((await latest())[0]).toMatchObject({
      state: 'done',
      rows: ROWS,
      accepted: ROWS,
      unchanged: 0,
      quarantined: 0,
    });
    expect(await stored()).toEqual({ rows: ROWS });
    expect((await aside.ask<{ open: number }>('POST', 'reasons', {})).open).toBe(0);
    expect(await aside.wrongCells()).toEqual([]);
    // What it was asked is let go of with its end.
    expect(await aside.sql(`select options from import where id = '${importIds[0]}'`)).toEqual([
      { options: { rows: ROWS } },
    ]);
  });

  it('are what whoever looks after this may see, and no one else', async () => {
    const manager = injectAs(app.app, await signedIn(app.app, { role: 'quality-manager' }));
    const head = injectAs(app.app, await signedIn(app.app, { role: 'department-head' }));
    const looked = await manager({ method: 'GET', url: '/api/v1/quarantine/redrives' });
    expect(looked.json<LatestRedrivesDto>().imports.map(({ state }) => state)).toEqual(['done', 'stopped']);
    expect((await head({ method: 'GET', url: '/api/v1/quarantine/redrives' })).statusCode).toBe(403);
    const stop = { method: 'POST', url: '/api/v1/quarantine/redrives/stop', payload: { imports: [] } } as const;
    expect((await head(stop)).statusCode).toBe(403);
  });
});

it('a few are in with the answer', async () => {
  await send(app, 'survey-responses', bad(3, ROWS));
  expect(await redrive(MENDED)).toMatchObject({ status: 200, imports: [{ done: true, state: 'done', accepted: 3 }] });
});

it('of two kinds, complaints go in before what happened to them', async () => {
  const complaint = { externalId: 'c1', receivedAt: '2026-10-01T09:00:00Z', channel: 'pigeon', department: 'ward-4b' };
  const event = { externalId: 'e1', complaint: 'c1', happenedAt: '2026-10-02T09:00:00Z', stage: 'acknowledged' };
  const sent = [await send(app, 'complaint-events', [event]), await send(app, 'complaints', [complaint])];
  expect(sent).toMatchObject([{ quarantined: 1 }, { quarantined: 1 }]);
  const { id } = await aside.one({ kind: 'complaints' });
  await aside.mend(id, { channel: 'email', title: 'A bill', narrative: 'A bill' });
  const { imports } = await redrive({});
  expect(imports.map(({ kind, accepted }) => [kind, accepted])).toEqual([
    ['complaints', 1],
    ['complaint-events', 1],
  ]);
});
