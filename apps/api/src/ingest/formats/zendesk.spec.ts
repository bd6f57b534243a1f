import { describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileHead } from './file-head.ts';
import { fileOf, fixture, halfRowsOfCuts, readAs } from './fixtures/candidates-of.ts';
import { zendesk } from './zendesk.ts';

const ok = () => fixture('zendesk', 'ok-account-export.ndjson');

it('makes complaints of tickets', async () => {
  const { rows } = await readAs(zendesk, await ok());
  expect(
    rows.filter(({ sheet }) => sheet === 'tickets').map(({ row, value, problem }) => [row, value, problem]),
  ).toEqual([
    [
      1,
      {
        externalId: '7001',
        receivedAt: '2026-10-05T02:14:00Z',
        title: 'Three hours before anybody called me',
        narrative: 'I came at nine and was called at noon.\nNobody said why.',
        severity: 'medium',
        channel: 'email',
      },
      undefined,
    ],
    [
      3,
      { externalId: '7002', receivedAt: '2026-10-06T04:00:00Z', narrative: 'ใบแจ้งหนี้ผิด', channel: 'phone' },
      undefined,
    ],
    [
      4,
      {
        externalId: '7003',
        receivedAt: '2026-10-06T05:00:00Z',
        title: 'New and unread',
        narrative: '…',
        severity: 'critical',
        channel: 'web',
      },
      undefined,
    ],
    [5, expect.objectContaining({ externalId: '7004' }), undefined],
  ]);
});

it('makes moves of their times, by metrics or by comments', async () => {
  const { rows } = await readAs(zendesk, await ok());
  const moves = rows.filter(({ sheet }) => sheet === 'moves');
  expect(moves.filter(({ problem }) => problem !== undefined)).toEqual([]);
  expect(moves.map(({ value }) => [value.externalId, value.complaint, value.happenedAt, value.stage])).toEqual([
    ['7001 replied', '7001', '2026-10-05T03:49:00.000Z', 'acknowledged'],
    ['7001 solved 2026-10-07T09:30:00Z', '7001', '2026-10-07T09:30:00Z', 'resolved'],
    ['7001 closed 2026-10-09T08:00:00Z', '7001', '2026-10-09T08:00:00Z', 'closed'],
    ['7002 replied', '7002', '2026-10-06T07:00:00Z', 'acknowledged'],
    ['7002 working', '7002', '2026-10-06T07:00:00Z', 'investigating'],
  ]);
});

it('takes back tickets that were deleted, and no others', async () => {
  const { rows } = await readAs(zendesk, await ok());
  expect(rows.filter(({ retracts }) => retracts).map(({ value }) => value.externalId)).toEqual(['7004']);
});

it('reads the pages of the API, and names its fields as their makers did', async () => {
  const { sheets, rows } = await readAs(zendesk, await fixture('zendesk', 'ok-incremental.json'), {});
  expect(sheets[0]?.columns.at(-1)).toEqual({ name: 'custom_fields.360001', label: 'Ward' });
  expect(
    rows.map(({ row, sheet, value }) => [row, sheet, value.stage ?? value.channel ?? null, value.happenedAt]),
  ).toEqual([
    [1, 'tickets', null, undefined],
    [1, 'moves', 'acknowledged', '2026-11-01T01:30:00.000Z'],
    [1, 'moves', 'resolved', '2026-11-02T01:00:00Z'],
    [1, 'moves', 'investigating', '2026-11-03T01:00:00Z'],
    [2, 'tickets', 'chat', undefined],
    [2, 'moves', 'acknowledged', '2026-11-05T01:00:00Z'],
    [2, 'moves', 'resolved', '2026-11-05T01:00:00Z'],
    [2, 'moves', 'closed', '2026-11-05T01:00:00Z'],
  ]);
});

it('offers every custom field as a column by its number', async () => {
  const { sheets, records } = await readAs(zendesk, await ok());
  expect(sheets[0]?.columns.slice(-3).map(({ name }) => name)).toEqual([
    'custom_fields.360001',
    'custom_fields.360002',
    'custom_fields.360003',
  ]);
  expect(records.filter(({ sheet }) => sheet === 0).map(({ cells }) => cells.slice(-3))).toEqual([
    ['OPD-2', 'true', ''],
    ['', '', 'bill; card'],
    ['', '', ''],
    ['', '', ''],
  ]);
});

it('leaves everybody who is named where they are', async () => {
  for (const name of ['ok-account-export.ndjson', 'ok-incremental.json', 'not-ok-rows.ndjson']) {
    const { sheets, records } = await readAs(zendesk, await fixture('zendesk', name));
    const kept = JSON.stringify([sheets, records.map(({ cells, raw }) => [cells, raw])]);
    for (const identifier of ['bairoch@', '900719925474099', '+668', 'HN-553201', 'thanks from', 'assignee']) {
      expect([name, identifier, kept.includes(identifier)]).toEqual([name, identifier, false]);
    }
  }
});

it('keeps aside what cannot be read, and goes on', async () => {
  const { rows } = await readAs(zendesk, await fixture('zendesk', 'not-ok-rows.ndjson'));
  expect(rows.map(({ row, raw, problem }) => [row, problem?.field, problem?.code, raw.includes('requester')])).toEqual([
    [1, 'channel', 'unknown-code', false],
    [2, null, 'not-json', false],
    [3, 'receivedAt', 'required', false],
    [4, null, 'not-an-object', false],
    [5, undefined, undefined, false],
  ]);
});

describe('cut off', () => {
  it('a page is refused as a whole', async () => {
    await expect(readAs(zendesk, await fixture('zendesk', 'not-ok-cut.json'))).rejects.toThrow(
      'not-ok-cut.json is not whole JSON: it is broken or cut off after its object number 1. Export it again and send it unchanged.',
    );
  });

  it.each(['ok-account-export.ndjson', 'ok-incremental.json'])('%s at every byte gives no half rows', async (name) => {
    const whole = await readFile(join(import.meta.dirname, 'fixtures/zendesk', name));
    expect(await halfRowsOfCuts(zendesk, whole)).toEqual([]);
  });
});

it('refuses what is no JSON', async () => {
  await expect(readAs(zendesk, fileOf('id,subject\n1,x\n', 'tickets.csv'))).rejects.toThrow(
    'tickets.csv does not begin as JSON does. Export it as JSON and send it unchanged.',
  );
});

it('refuses a file in which every ticket has fields of its own', async () => {
  const ticket = { via: { channel: 'web' }, created_at: '2026-11-01T01:00:00Z', status: 'new', requester_id: 9 };
  const lines = Array.from({ length: 2001 }, (_, id) =>
    JSON.stringify({ id, ...ticket, custom_fields: [{ id, value: 1 }] }),
  );
  await expect(readAs(zendesk, fileOf(lines.join('\n'), 'ids.ndjson'))).rejects.toThrow(
    'ids.ndjson has more than 2000 different fields.',
  );
});

it('knows and reads an export whose first ticket is longer than the look taken at it', async () => {
  const ticket = (id: number, body: string) =>
    JSON.stringify({
      url: `https://hospital.zendesk.com/api/v2/tickets/${id}.json`,
      ...{ id, via: { channel: 'web' }, created_at: '2026-11-01T01:00:00Z', status: 'new', requester_id: 9 },
      ...{ custom_fields: [], comments: [{ public: true, author_id: 9, body }] },
    });
  const file = fileOf(`${ticket(1, 'x'.repeat(100_000))}\n${ticket(2, 'y')}\n`);
  expect(zendesk.recognises(await fileHead(file))).toBe(true);
  const { rows } = await readAs(zendesk, file);
  expect(rows.map(({ value, problem }) => [value.externalId, problem])).toEqual([
    ['1', undefined],
    ['2', undefined],
  ]);
});
