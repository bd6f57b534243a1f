import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { HeldDto, PatientExportDto } from '#contracts/patients.dto.ts';
import { pino } from 'pino';
import { HOME_SCOPE } from '../../apps/api/src/access/access.ts';
import { verifyRollups } from '../../apps/api/src/facts/verify.ts';
import { INGEST_KINDS } from '../../apps/api/src/ingest/rows/ingest-kinds.ts';
import { injectAs, openTestApp, type TestApp } from '../app/test-app.ts';
import { signedIn } from '../app/signed-in.ts';
import { erase, send, setUpOrganisation } from '../ingest/lakeside.ts';
import { IDENTIFIER, MIXED_UP, OTHERS, REFUSED, ROWS, sendAll, tablesWith, WORDS } from './patient.ts';

let app: TestApp;
const logged: string[] = [];

beforeAll(async () => {
  app = await openTestApp({ logger: pino({ level: 'trace' }, { write: (line) => void logged.push(line) }) });
  await setUpOrganisation(app);
  expect(await sendAll(app, ROWS)).toBe(8);
  expect((await send(app, 'survey-responses', REFUSED)).quarantined).toBe(3);
  expect(await sendAll(app, OTHERS)).toBe(4);
  // Taken for the patient's at first, and put right: what it said before is kept for a while.
  for (const row of MIXED_UP) await send(app, 'survey-responses', [row]);
});

afterAll(() => app.close());

const ask = (what: string, payload: object) => app.inject({ method: 'POST', url: `/api/v1/patients/${what}`, payload });
const HELD = [
  { kind: 'survey-responses', rows: 3, from: '2026-03-02', to: '2026-05-02' },
  { kind: 'waits', rows: 2, from: '2026-03-02', to: '2026-03-04' },
  { kind: 'complaints', rows: 1, from: '2026-03-05', to: '2026-03-05' },
  { kind: 'complaint-events', rows: 1, from: '2026-03-06', to: '2026-03-06' },
  { kind: 'reviews', rows: 1, from: '2026-03-09', to: '2026-03-09' },
  { kind: 'quarantine', rows: 3, from: expect.any(String), to: expect.any(String) },
];
const lastEvent = async () => {
  const [event] = await app.database.inScope(HOME_SCOPE, ({ query }) =>
    query<{ action: string; subject: string; details: string; records: string[] }>(
      'select action, subject, details, records from audit_event order by seq desc limit 1',
    ),
  );
  return event;
};

describe('a patient who gives their identifier', () => {
  it('hears how much is held of each kind and from when to when, without a word of it', async () => {
    const answer = await ask('find', { identifier: ` ${IDENTIFIER}` });
    expect(answer.json<HeldDto>()).toEqual({ kinds: HELD, mentions: 0 });
    expect(answer.body).not.toContain('zebra');
  });

  it('hears of nothing where nothing is held, and of nobody whose identifier begins alike', async () => {
    expect((await ask('find', { identifier: 'MRN' })).json()).toEqual({ kinds: [], mentions: 0 });
    expect((await ask('find', { identifier: 'MRN-7Q4' })).json<HeldDto>().kinds).toMatchObject([{ rows: 1 }]);
  });

  it('gets everything, as data and as text', async () => {
    const { held, text } = (await ask('export', { identifier: IDENTIFIER })).json<PatientExportDto>();
    expect(held.records.map(({ kind }) => kind).sort()).toEqual([
      ...['complaints', 'reviews', 'survey-responses', 'survey-responses', 'survey-responses', 'waits', 'waits'],
    ]);
    expect(held.records.filter(({ events }) => events.length > 0)).toMatchObject([{ kind: 'complaints' }]);
    const all = JSON.stringify(held);
    for (const word of ['bad:', 'worse:', 'title:', 'story:', 'note:', 'review:', 'reply:', 'lost:', 'Office']) {
      expect(all).toContain(word);
      expect(text).toContain(word);
    }
    expect(held.records[0]).toMatchObject({
      said: { kind: 'arrival-to-seen', waitMinutes: 95 },
      department: 'Ward 4B',
    });
    expect(held.records.at(-1)?.said).toEqual({ nps: 3, scores: { 'check-in': 1 } });
    expect(text).toContain('complaints, 2026-03-05 08:00 UTC');
    expect(text.split('\n').every((line) => line.length <= 120)).toBe(true);
  });

  it('is told of other records in whose words the identifier stands', async () => {
    const comment = `the man beside me, ${IDENTIFIER}, waited too`;
    await send(app, 'survey-responses', [
      { externalId: 's-7', department: 'ward-4b', respondedAt: '2026-06-02T08:00:00Z', comment, visit: 'MRN-2' },
    ]);
    expect((await ask('find', { identifier: IDENTIFIER })).json<HeldDto>().mentions).toBe(1);
    const { held } = (await ask('export', { identifier: IDENTIFIER })).json<PatientExportDto>();
    expect(held.mentions).toMatchObject([{ kind: 'survey-responses', externalId: 's-7', source: 'test-tool' }]);
    await erase(app, 'survey-responses', 's-7');
  });

  it('is known on the trail by a hash and by counts', async () => {
    await ask('find', { identifier: IDENTIFIER });
    expect(await lastEvent()).toMatchObject({
      action: 'patient.found',
      subject: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    await ask('export', { identifier: IDENTIFIER });
    const event = await lastEvent();
    expect(event).toMatchObject({ action: 'patient.exported', records: { length: 7 } });
    expect(JSON.parse(event?.details ?? '')).toMatchObject({ waits: 2, quarantine: 3 });
  });
});

describe('nobody', () => {
  it.each([
    ['find', {}],
    ['find', { identifier: '   ' }],
    ['find', { identifier: 'x'.repeat(201) }],
    ['find', { identifier: ['a'] }],
    ['find', { identifier: 'a', reason: 'none asked' }],
    ['erase', { identifier: IDENTIFIER }],
    ['erase', { identifier: IDENTIFIER, reason: '' }],
    ['erase', { identifier: IDENTIFIER, reason: `${IDENTIFIER} asked for it` }],
  ])('does without saying whose and why: %s %j', async (what, payload) => {
    expect((await ask(what, payload)).statusCode).toBe(400);
  });

  it.each(['department-head', 'staff', 'auditor'] as const)('who is %s finds, exports or erases', async (role) => {
    const inject = injectAs(app.app, await signedIn(app.app, { role }));
    for (const what of ['find', 'export', 'erase']) {
      const payload = { identifier: IDENTIFIER, ...(what === 'erase' && { reason: 'asked by letter' }) };
      expect((await inject({ method: 'POST', url: `/api/v1/patients/${what}`, payload })).statusCode).toBe(403);
    }
  });
});

describe('a patient who wants it erased', () => {
  it('was held all over', async () => {
    const held = ['complaint', 'complaint_event', 'quarantine', 'replaced_row', 'review', 'survey_response'];
    expect(await tablesWith(app, 'zebra-finch')).toEqual(held);
    expect(await tablesWith(app, IDENTIFIER)).toEqual([...held, 'wait']);
  });

  it('is gone from every table, out of every number, and only counted on the trail', async () => {
    const answer = await ask('erase', { identifier: IDENTIFIER, reason: 'Asked by letter of 20 November' });
    expect(answer.json()).toEqual({ kinds: HELD, mentions: 0 });
    // Somebody whose identifier only begins alike stays, as the pseudonym they are.
    expect(await tablesWith(app, IDENTIFIER)).toEqual([]);
    expect(await tablesWith(app, WORDS)).toEqual([]);
    expect(await verifyRollups(app.database, HOME_SCOPE)).toEqual([]);
    const event = await lastEvent();
    expect(event?.action).toBe('patient.erased');
    expect(JSON.parse(event?.details ?? '')).toEqual({
      ...{ 'survey-responses': 3, waits: 2, complaints: 1, 'complaint-events': 1, reviews: 1, quarantine: 3 },
      reason: 'Asked by letter of 20 November',
    });
    expect((await ask('find', { identifier: IDENTIFIER })).json()).toEqual({ kinds: [], mentions: 0 });
  });

  it('leaves everybody else as they were', async () => {
    expect((await ask('find', { identifier: `${IDENTIFIER}-2` })).json<HeldDto>().kinds).toMatchObject([{ rows: 1 }]);
    expect((await ask('find', { identifier: 'MRN-7Q4' })).json<HeldDto>().kinds).toMatchObject([{ rows: 1 }]);
    for (const [kind, rows] of Object.entries(OTHERS)) {
      expect((await send(app, kind, rows)).unchanged).toBe(rows.length);
    }
  });

  it('does not come back when the same rows are sent again, and of what is refused no text is kept', async () => {
    for (const [kind, rows] of Object.entries(ROWS)) {
      const { accepted, quarantined, rejects } = await send(app, kind, rows);
      expect([kind, accepted, quarantined]).toEqual([kind, 0, rows.length]);
      expect(new Set(rejects.map(({ code }) => code))).toEqual(new Set(['erased']));
    }
    expect((await send(app, 'survey-responses', REFUSED)).quarantined).toBe(3);
    expect(await tablesWith(app, IDENTIFIER)).toEqual([]);
    expect(await tablesWith(app, WORDS)).toEqual([]);
    expect(await verifyRollups(app.database, HOME_SCOPE)).toEqual([]);
  });

  it('keeps nobody’s new rows out, among those that were erased', async () => {
    const fresh = { externalId: 's-10', department: 'ward-4b', respondedAt: '2026-06-02T08:00:00Z', csat: 3 };
    const answer = await send(app, 'survey-responses', [ROWS['survey-responses'][0], fresh]);
    expect(answer).toMatchObject({ accepted: 1, quarantined: 1, rejects: [{ row: 1, code: 'erased', field: null }] });
  });
});

it('nothing of a patient ever stood in the log', () => {
  expect(logged.length).toBeGreaterThan(20);
  expect(logged.filter((line) => line.includes(IDENTIFIER) || line.includes('zebra'))).toEqual([]);
});

it('an erasure waits for rows that are being written, and erases them too', async () => {
  const written = Promise.withResolvers<undefined>();
  const mayEnd = Promise.withResolvers<undefined>();
  const { write } = INGEST_KINDS.waits;
  jest.spyOn(INGEST_KINDS.waits, 'write').mockImplementationOnce(async (...given) => {
    const outcome = await write(...given);
    written.resolve(undefined);
    await mayEnd.promise;
    return outcome;
  });
  const row = { externalId: 'late-1', department: 'ward-4b', startedAt: '2026-03-02T07:00:00Z', waitMinutes: 5 };
  const sending = send(app, 'waits', [{ ...row, visit: 'LATE-1' }]);
  await written.promise;
  let erased = false;
  const erasing = ask('erase', { identifier: 'LATE-1', reason: 'asked by letter' }).then((answer) => {
    erased = true;
    return answer;
  });
  await setTimeout(300);
  expect(erased).toBe(false);
  mayEnd.resolve(undefined);
  expect((await sending).accepted).toBe(1);
  expect((await erasing).json<HeldDto>().kinds).toMatchObject([{ kind: 'waits', rows: 1 }]);
  expect(await verifyRollups(app.database, HOME_SCOPE)).toEqual([]);
});

it('rows on their way while they are erased are erased or kept out, never in between', async () => {
  const rowsOf = (visit: string) =>
    Array.from({ length: 40 }, (_, index) => ({
      ...{ externalId: `${visit}-${index}`, department: 'ward-4b', respondedAt: '2026-03-02T08:00:00Z' },
      ...{ csat: 1 + (index % 5), visit },
    }));
  const visits = Array.from({ length: 6 }, (_, index) => `RACE-${index}`);
  for (const visit of visits) await send(app, 'survey-responses', rowsOf(visit));
  await Promise.all(
    visits.flatMap((visit) => [
      send(app, 'survey-responses', rowsOf(visit)),
      ask('erase', { identifier: visit, reason: 'asked by letter' }),
      send(app, 'survey-responses', rowsOf(visit)),
    ]),
  );
  for (const identifier of visits) {
    expect((await ask('find', { identifier })).json()).toEqual({ kinds: [], mentions: 0 });
  }
  expect(await verifyRollups(app.database, HOME_SCOPE)).toEqual([]);
});
