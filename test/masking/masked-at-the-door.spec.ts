import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestApp, openTestApp } from '../app/test-app.ts';
import { openCommandLine } from '../import/command-line.ts';
import { send, setUpOrganisation } from '../ingest/lakeside.ts';
import { IDENTIFYING, NAMES, PIECES } from './identifying-words.ts';
import { foundOf, keptRows } from './kept-words.ts';

const AT = '2026-10-01T09:00:00Z';
const WORDS = Object.entries(IDENTIFYING);

let app: TestApp;

beforeAll(async () => {
  app = await openTestApp();
  await setUpOrganisation(app);
});

afterAll(() => app.close());

const comments = (more: object = {}) =>
  WORDS.map(([language, { words }]) => ({
    ...{ department: 'ward-4b', respondedAt: AT, csat: 3, language, comment: words },
    ...more,
  }));

describe('what identifies people', () => {
  it('is in no table after it came as comments, reviews, replies and former versions of them', async () => {
    const answers = comments().map((row, index) => ({ ...row, externalId: `answer-${index}` }));
    const taken = await send(app, 'survey-responses', answers, 'survey');
    expect(taken).toMatchObject({ accepted: 5, masked: { email: 5, card: 5, national: 5, hospital: 5, phone: 5 } });
    expect(taken.masked.name).toBeGreaterThanOrEqual(5);
    await send(
      app,
      'survey-responses',
      answers.map((row) => ({ ...row, csat: 4 })),
      'survey',
    );
    await send(app, 'survey-responses', comments(), 'survey-without-ids');
    const reviews = WORDS.map(([language, { words }], index) => ({
      ...{ externalId: `review-${index}`, site: 'riverside', reviewedAt: AT, stars: 2, language },
      ...{ text: words, reply: words, repliedAt: AT },
    }));
    expect(await send(app, 'reviews', reviews, 'reviews')).toMatchObject({ accepted: 5, masked: { email: 10 } });
    expect(await foundOf(app.address.ownerUrl, PIECES)).toEqual([]);
    expect((await keptRows(app.address.ownerUrl)).filter(({ row }) => row.includes('[phone]')).length).toBe(20);
  });

  it('is in no table but by name after it came as complaints, notes, and what people enter themselves', async () => {
    const complaints = WORDS.map(([language, { words }], index) => ({
      ...{ externalId: `c-${index}`, department: 'ward-4b', receivedAt: AT, language, narrative: words },
      title: words.slice(0, 190),
    }));
    expect(await send(app, 'complaints', complaints, 'helpdesk')).toMatchObject({ accepted: 5 });
    const notes = WORDS.map(([, { words }], index) => ({
      ...{ externalId: `n-${index}`, complaint: `c-${index}`, happenedAt: '2026-10-02T09:00:00Z', note: words },
    }));
    expect(await send(app, 'complaint-events', notes, 'helpdesk')).toMatchObject({ accepted: 5 });
    for (const [language, { words }] of WORDS) {
      const logged = await app.inject({
        method: 'POST',
        url: '/api/v1/complaints',
        payload: { requestId: randomUUID(), department: 'ward-4b', channel: 'phone', language, narrative: words },
      });
      expect(logged.statusCode).toBe(201);
      const { number, version } = logged.json<{ number: number; version: number }>();
      const step = { note: words, version };
      const url = `/api/v1/complaints/${number}/steps`;
      expect((await app.inject({ method: 'POST', url, payload: step })).statusCode).toBeLessThan(300);
    }
    const pieces = PIECES.filter((piece) => !NAMES.includes(piece));
    expect(await foundOf(app.address.ownerUrl, pieces)).toEqual([]);
    expect(await foundOf(app.address.ownerUrl, ['Gallagher'])).toEqual(
      expect.arrayContaining([expect.stringContaining('complaint')]),
    );
    const trail = await keptRows(app.address.ownerUrl);
    expect(
      trail.filter(({ table, row }) => table.endsWith('audit_event') && row.includes('masked')).length,
    ).toBeGreaterThan(9);
  });
});

describe('an id that says who somebody is', () => {
  it('is kept as a pseudonym, and the row is found by it all the same', async () => {
    const ids = ['anna.berg@mail.example', '35202-7654321-1', '48811300768', 'KX204517', 'visit-quetzal-7'];
    const put = (csat: number) =>
      send(
        app,
        'survey-responses',
        ids.map((externalId) => ({
          externalId,
          visit: 'visit-quetzal-7',
          department: 'ward-4b',
          respondedAt: AT,
          csat,
        })),
        'by-person',
      );
    await app.inject({ method: 'POST', url: '/api/v1/sources', payload: { code: 'by-person', name: 'By person' } });
    const { version } = (await app.inject({ url: '/api/v1/sources/by-person/masking' })).json<{ version: string }>();
    const setting = { feedback: [], complaints: [], hospitalNumbers: ['KX######'], version };
    const url = '/api/v1/sources/by-person/masking';
    expect((await app.inject({ method: 'PATCH', url, payload: setting })).statusCode).toBe(200);
    expect(await put(4)).toMatchObject({ accepted: 5 });
    expect(await put(4)).toMatchObject({ unchanged: 5 });
    expect(await put(5)).toMatchObject({ updated: 5 });
    expect(await foundOf(app.address.ownerUrl, ids)).toEqual([]);
    for (const externalId of ids) {
      const erasure = '/api/v1/ingest/survey-responses/erasure?source=by-person';
      const erased = await app.inject({ method: 'POST', url: erasure, payload: { externalId } });
      expect([externalId, erased.statusCode]).toEqual([externalId, 204]);
    }
  });
});

it('a file that the command line brings in is masked like everything else', async () => {
  const line = await openCommandLine();
  try {
    const file = join(line.dataFolder, 'comments.csv');
    const cells = comments().map(({ respondedAt, csat, language, comment }, index) =>
      [`id-${index}`, respondedAt, csat, language, `"${comment}"`].join(','),
    );
    writeFileSync(file, ['id,responded_at,csat,language,comment', ...cells].join('\n'));
    const flags = ['--kind', 'survey-responses', '--source', 'file', '--site', 'main', '--zone', 'Asia/Bangkok'];
    const ended = await line.run('import', file, ...flags, '--create-departments', '--json');
    expect(ended.status).toBe(0);
    expect(JSON.parse(ended.printed)).toMatchObject({ accepted: 5, masked: { email: 5, phone: 5 } });
    const dry = await line.run('import', file, ...flags, '--dry-run');
    expect(dry.printed + dry.noted).toMatch(/Masked in their words: .*phone 5/);
    const [row] = await line.ask<{ words: string }>(`select string_agg(s::text, ' ') as words from survey_response s`);
    expect(PIECES.filter((piece) => row?.words.includes(piece))).toEqual([]);
    expect(row?.words).toContain('[phone]');
  } finally {
    await line.close();
  }
});
