import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { spanUntil } from '../time/span.ts';
import type { Feed } from './feed.ts';
import { lineProgress, percentOf, type Progress } from './progress.ts';
import { Refused } from './refused.ts';
import { sendNetwork } from './send-network.ts';
import { writeNetwork } from './write-network.ts';

const run = { span: spanUntil('2026-11-15', Date.parse('2026-11-20T00:00:00Z')), scale: 1 };

/** A feed of some rows a day, the last of them in the future. */
const feedOf = (kind: Feed['kind'], source: string, rowsPerDay: number): Feed => ({
  kind,
  source,
  rowsPerWeek: rowsPerDay * 7,
  rowsOf: (day, { span }) => [
    { ms: span.endMs + 1, row: { tomorrow: true } },
    ...Array.from({ length: rowsPerDay }, (_, number) => ({ ms: day * 86_400_000 - number, row: { day, number } })),
  ],
});
const FEEDS = [feedOf('complaints', 'helpdesk', 1), feedOf('complaint-events', 'helpdesk', 3)];
const DAYS = run.span.lastDay - run.span.firstDay + 1;

interface Asked {
  line: string;
  type: string | undefined;
  rows: string[];
}
type Answer = (request: IncomingMessage, rows: string[]) => { status: number; body: unknown };

const counted = (rows: string[], change: object = {}) => ({
  status: 200,
  body: { read: rows.length, accepted: rows.length, updated: 0, unchanged: 0, quarantined: 0, rejects: [], ...change },
});
const quiet: Progress = { show: () => undefined, stop: () => undefined };

/** Sends the feeds to a server that answers as told; returns what it was asked. */
async function sendTo(answer: Answer, progress = quiet) {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const rows = body.split('\n').filter((line) => line !== '');
      asked.push({ line: `${request.method} ${request.url}`, type: request.headers['content-type'], rows });
      const { status, body: answered } = answer(request, rows);
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answered));
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const base = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  try {
    return { asked, outcome: await sendNetwork({ base, key: 'let-me-in' }, FEEDS, run, progress) };
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

describe('sending the network', () => {
  it('sends the organisation, then each feed as NDJSON in time order, without tomorrow', async () => {
    const { asked, outcome } = await sendTo((request, rows) =>
      request.method === 'PUT' ? { status: 200, body: {} } : counted(rows),
    );
    expect(asked.map(({ line, type }) => [line, type])).toEqual([
      ['PUT /api/v1/organisation/structure', 'application/json'],
      ['POST /api/v1/ingest/complaints?source=helpdesk', 'application/x-ndjson'],
      ['POST /api/v1/ingest/complaint-events?source=helpdesk', 'application/x-ndjson'],
    ]);
    const first = asked[2]?.rows.slice(0, 4).map((row) => JSON.parse(row) as unknown);
    const day = run.span.firstDay;
    expect(first).toEqual([2, 1, 0].map((number) => ({ day, number })).concat({ day: day + 1, number: 2 }));
    expect(outcome).toEqual({ read: DAYS * 4, accepted: DAYS * 4, updated: 0, unchanged: 0 });
  });

  it('is content when all rows are there already', async () => {
    const { outcome } = await sendTo((_, rows) => counted(rows, { accepted: 0, unchanged: rows.length }));
    expect(outcome).toEqual({ read: DAYS * 4, accepted: 0, updated: 0, unchanged: DAYS * 4 });
  });

  it('says which rows were refused, and why', async () => {
    const rejects = [{ row: 7, field: 'department', code: 'unknown', message: 'There is no department ward-9' }];
    const sending = sendTo((_, rows) => counted(rows, { accepted: rows.length - 1, quarantined: 1, rejects }));
    await expect(sending).rejects.toThrow(Refused);
    await expect(sending).rejects.toThrow(
      /Not all complaints of helpdesk went in: .*row 7: There is no department ward-9/,
    );
  });

  it('notices when fewer rows were read than sent', async () => {
    await expect(
      sendTo((_, rows) => counted(rows, { read: rows.length - 1, accepted: rows.length - 1 })),
    ).rejects.toThrow('Not all');
  });

  it('repeats the reason of a refusal', async () => {
    const sending = sendTo(() => ({
      status: 400,
      body: { statusCode: 400, message: ['name is needed'], error: 'Bad Request' },
    }));
    await expect(sending).rejects.toThrow('PUT /api/v1/organisation/structure was refused with 400: name is needed');
  });

  it('says what to do when nothing answers', async () => {
    const sending = sendNetwork({ base: new URL('http://127.0.0.1:9/'), key: undefined }, FEEDS, run, quiet);
    await expect(sending).rejects.toThrow(Refused);
    await expect(sending).rejects.toThrow('Start Bedside with npm start');
  });
});

describe('writing the network', () => {
  it('leaves one file a feed and the structure', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'bedside-seed-'));
    try {
      expect(await writeNetwork(folder, FEEDS, run, quiet)).toBe(DAYS * 4);
      expect((await readdir(folder)).sort()).toEqual([
        'complaint-events.helpdesk.ndjson',
        'complaints.helpdesk.ndjson',
        'structure.json',
      ]);
      const lines = (await readFile(join(folder, 'complaints.helpdesk.ndjson'), 'utf8')).trimEnd().split('\n');
      expect(lines).toHaveLength(DAYS);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe('progress', () => {
  it('weighs feeds by their rows', () => {
    const [first, second] = FEEDS as [Feed, Feed];
    expect(percentOf(FEEDS, first, 0.5)).toBe(12.5);
    expect(percentOf(FEEDS, second, 0)).toBe(25);
    expect(percentOf(FEEDS, second, 1)).toBe(100);
  });

  it('says a line now and then where there is no terminal', () => {
    const lines: string[] = [];
    let now = 0;
    const progress = lineProgress(
      FEEDS,
      (line) => lines.push(line),
      () => now,
    );
    const second = FEEDS[1] as Feed;
    progress.show(second, 10, 0.1);
    now = 6_000;
    progress.show(second, 1_500, 0.5);
    now = 7_000;
    progress.show(second, 2_000, 0.6);
    expect(lines).toEqual(['Demo network: 62 %, 1,500 complaint histories from helpdesk']);
  });
});
