import { expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fixture, halfRowsOfCuts, readAs } from './fixtures/candidates-of.ts';
import { trustpilot } from './trustpilot.ts';

const read = async (name: string) => readAs(trustpilot, await fixture('trustpilot', name));

it('reads the answers of its API', async () => {
  const { rows } = await read('ok-reviews.json');
  expect(rows.map(({ row, value, problem }) => [row, value, problem])).toEqual([
    [
      1,
      {
        platform: 'trustpilot',
        externalId: '507f191e810c19729de860ea',
        reviewedAt: '2026-10-04T13:37:00Z',
        stars: 2,
        text: 'دیر تک انتظار\nتین گھنٹے انتظار کے بعد باری آئی۔',
        language: 'ur',
        reply: 'معذرت',
        repliedAt: '2026-10-05T08:00:00Z',
      },
      undefined,
    ],
    [
      2,
      {
        platform: 'trustpilot',
        externalId: '507f191e810c19729de860ec',
        reviewedAt: '2026-10-06T13:37:00Z',
        stars: 5,
        text: 'Everyone was kind and quick.',
        language: 'en',
      },
      undefined,
    ],
  ]);
});

it('reads its table, whose times are those of Greenwich', async () => {
  const { rows } = await read('ok-reviews.csv');
  expect(rows.map(({ row, value, problem }) => [row, value, problem])).toEqual([
    [
      2,
      {
        platform: 'trustpilot',
        externalId: '507f191e810c19729de860f1',
        reviewedAt: '2026-10-04T23:37:00Z',
        stars: 4,
        text: 'Peace\nClean rooms,\nand quiet nights',
        language: 'en',
        repliedAt: '2026-10-05T08:00:00Z',
      },
      undefined,
    ],
    [
      4,
      {
        platform: 'trustpilot',
        externalId: '507f191e810c19729de860f2',
        reviewedAt: '2026-10-05T10:00:00Z',
        stars: 1,
        text: 'Never again',
        language: 'en',
      },
      undefined,
    ],
  ]);
});

it('keeps aside what cannot be read, and goes on', async () => {
  const { rows } = await read('not-ok-rows.csv');
  expect(rows.map(({ row, problem }) => [row, problem?.field, problem?.code])).toEqual([
    [2, 'stars', 'not-an-integer'],
    [3, 'reviewedAt', 'not-an-instant'],
    [4, null, 'wrong-columns'],
    [5, undefined, undefined],
    [6, null, 'cut-off'],
  ]);
});

it.each(['ok-reviews.json', 'ok-reviews.csv', 'not-ok-rows.csv'])('leaves the consumers of %s there', async (name) => {
  const { sheets, records } = await read(name);
  const kept = JSON.stringify([sheets, records.map(({ cells, raw }) => [cells, raw])]);
  for (const identifier of ['yesha', '860eb', 'MR-7', 'Karachi']) {
    expect([identifier, kept.includes(identifier)]).toEqual([identifier, false]);
  }
});

it.each(['ok-reviews.json', 'ok-reviews.csv'])('%s cut off at every byte gives no half rows', async (name) => {
  const whole = await readFile(join(import.meta.dirname, 'fixtures/trustpilot', name));
  expect(await halfRowsOfCuts(trustpilot, whole)).toEqual([]);
});
