import { describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fixture, halfRowsOfCuts, readAs, type ReadRow } from './fixtures/candidates-of.ts';
import { freshdesk } from './freshdesk.ts';

const read = async (name: string, options = {}) => readAs(freshdesk, await fixture('freshdesk', name), options);

const complaints = (rows: readonly ReadRow[]) =>
  rows.filter(({ sheet }) => sheet === 'tickets').map(({ value, problem }) => problem?.code ?? value);

const moves = (rows: readonly ReadRow[]) =>
  rows
    .filter(({ sheet }) => sheet === 'moves')
    .map(({ value, problem }) => [value.externalId, value.happenedAt, problem?.code ?? value.stage]);

describe('the answers of its API', () => {
  it('make complaints', async () => {
    const { rows, passedOver } = await read('ok-tickets.json');
    expect(complaints(rows)).toEqual([
      {
        externalId: '501',
        receivedAt: '2026-10-05T06:10:00Z',
        title: 'Sąskaita du kartus',
        narrative: 'Gavau dvi sąskaitas.',
        severity: 'medium',
        channel: 'email',
      },
      {
        externalId: '502',
        receivedAt: '2026-10-06T06:00:00Z',
        title: 'Nobody called back',
        narrative: 'Nobody called & I waited',
        severity: 'critical',
        channel: 'phone',
      },
      expect.objectContaining({ externalId: '504' }),
      expect.objectContaining({ externalId: '505', severity: 'high', channel: 'web' }),
      expect.objectContaining({ externalId: '506', channel: 'chat' }),
    ]);
    expect(passedOver).toEqual({ spam: 1 });
    expect(rows.filter(({ retracts }) => retracts).map(({ value }) => value.externalId)).toEqual(['504']);
  });

  it('make moves, and ask what a status means that the hospital made itself', async () => {
    const { rows } = await read('ok-tickets.json');
    expect(moves(rows)).toEqual([
      ['501 replied', '2026-10-05T07:40:00Z', 'acknowledged'],
      ['501 solved 2026-10-07T10:00:00Z', '2026-10-07T10:00:00Z', 'resolved'],
      ['501 closed 2026-10-09T10:00:00Z', '2026-10-09T10:00:00Z', 'closed'],
      ['502 replied', '2026-10-06T06:30:00Z', 'acknowledged'],
      ['502 7 2026-10-06T09:00:00Z', '2026-10-06T09:00:00Z', 'unknown-code'],
      ['505 replied', '2026-10-06T07:00:00Z', 'acknowledged'],
      ['505 solved 2026-10-07T07:00:00Z', '2026-10-07T07:00:00Z', 'resolved'],
      ['505 reopened 2026-10-08T07:00:00Z', '2026-10-08T07:00:00Z', 'investigating'],
      ['506 replied', '2026-10-09T06:00:00Z', 'acknowledged'],
      ['506 solved 2026-10-09T06:00:00Z', '2026-10-09T06:00:00Z', 'resolved'],
    ]);
  });

  it('offer custom fields as columns', async () => {
    const { sheets, records } = await read('ok-tickets.json');
    expect(sheets[0]?.columns.slice(-3).map(({ name }) => name)).toEqual([
      'custom_fields.cf_ward',
      'custom_fields.cf_visit',
      'custom_fields.cf_seen_before',
    ]);
    expect(records[0]?.cells.slice(-3)).toEqual(['KARD', '88123', '']);
  });
});

describe('its table', () => {
  it('makes complaints', async () => {
    const { rows } = await read('ok-tickets.csv');
    expect(rows.filter(({ sheet }) => sheet === 'tickets').map(({ row, value }) => [row, value])).toEqual([
      [
        2,
        {
          externalId: '601',
          receivedAt: '2026-10-05 09:10:00',
          title: 'Cold food, twice',
          severity: 'low',
          channel: 'web',
        },
      ],
      [
        3,
        {
          externalId: '602',
          receivedAt: '2026-10-06 09:10:00',
          title: 'Asked for an interpreter',
          severity: 'critical',
          channel: 'web',
        },
      ],
      [
        5,
        {
          externalId: '603',
          receivedAt: '2026-10-06 09:10:00',
          title: 'No way in for wheelchairs',
          severity: 'medium',
          channel: 'phone',
        },
      ],
    ]);
  });

  it('makes moves', async () => {
    const { rows } = await read('ok-tickets.csv');
    expect(moves(rows)).toEqual([
      ['601 replied', '2026-10-05 10:00:00', 'acknowledged'],
      ['601 solved 2026-10-06 11:00:00', '2026-10-06 11:00:00', 'resolved'],
    ]);
  });

  it('offers columns of its own as custom fields, but none about people', async () => {
    const { sheets } = await read('ok-tickets.csv');
    expect(sheets[0]?.columns.map(({ name }) => name).filter((name) => name.startsWith('custom'))).toEqual([
      'custom_fields.Due by Time',
      'custom_fields.Time tracked',
      'custom_fields.Ward',
    ]);
  });

  it('keeps aside what cannot be read, and goes on', async () => {
    const { rows } = await read('not-ok-rows.csv');
    expect(rows.map(({ row, raw, problem }) => [row, problem?.field, problem?.code, raw.includes('Vilma')])).toEqual([
      [2, undefined, undefined, false],
      [3, null, 'wrong-columns', false],
      [4, 'channel', 'unknown-code', false],
      [5, 'receivedAt', 'required', false],
      [6, null, 'wrong-columns', false],
    ]);
  });
});

it.each(['ok-tickets.json', 'ok-tickets.csv', 'not-ok-rows.csv'])(
  'leaves everybody named in %s there',
  async (name) => {
    const { sheets, records } = await read(name);
    const kept = JSON.stringify([sheets, records.map(({ cells, raw }) => [cells, raw])]);
    for (const identifier of ['ilma', 'Agnes', 'example.org', '6123456', '43000', 'Mrs', 'Home']) {
      expect([identifier, kept.includes(identifier)]).toEqual([identifier, false]);
    }
  },
);

it.each(['ok-tickets.json', 'ok-tickets.csv'])('%s cut off at every byte gives no half rows', async (name) => {
  const whole = await readFile(join(import.meta.dirname, 'fixtures/freshdesk', name));
  expect(await halfRowsOfCuts(freshdesk, whole)).toEqual([]);
});
