import { expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fixture, halfRowsOfCuts, readAs } from './fixtures/candidates-of.ts';
import { googleReviews } from './google-reviews.ts';

const read = async (name: string) => readAs(googleReviews, await fixture('google-reviews', name));

it('reads a page: stars in words, what was written in its own language, our reply', async () => {
  const { rows } = await read('ok-page.json');
  expect(rows.map(({ row, value, problem }) => [row, value, problem])).toEqual([
    [
      1,
      {
        platform: 'google',
        externalId: 'AbFvOq1',
        reviewedAt: '2026-09-14T08:12:45.123Z',
        stars: 5,
        text: 'Malonus personalas, laukti reikėjo trumpai.',
        reply: 'Ačiū!',
        repliedAt: '2026-10-03T06:30:00Z',
      },
      undefined,
    ],
    [2, { platform: 'google', externalId: 'AbFvOq2', reviewedAt: '2026-10-01T10:00:00Z', stars: 1 }, undefined],
    [
      3,
      {
        platform: 'google',
        externalId: 'AbFvOq3',
        reviewedAt: '2026-10-01T11:00:00Z',
        text: 'No stars, words alone',
      },
      undefined,
    ],
  ]);
});

it('reads the reviews of several places, each with the number of its place', async () => {
  const { rows, records, sheets } = await read('ok-places.json');
  expect(rows.map(({ value }) => [value.externalId, value.stars, value.text])).toEqual([['AbFvOq9', 3, 'เจ้าหน้าที่ดี']]);
  expect(records[0]?.cells[sheets[0]?.columns.findIndex(({ name }) => name === 'location') ?? -1]).toBe('2203');
});

it('gives an edited review the key it had', async () => {
  const { records, sheets } = await read('ok-page.json');
  const cellOf = (name: string) =>
    records[0]?.cells[sheets[0]?.columns.findIndex((column) => column.name === name) ?? -1];
  expect([cellOf('reviewId'), cellOf('updateTime')]).toEqual(['AbFvOq1', '2026-10-02T18:00:00Z']);
});

it('keeps aside what cannot be read, and goes on', async () => {
  const { rows } = await read('not-ok-rows.json');
  expect(rows.map(({ row, problem }) => [row, problem?.field, problem?.code])).toEqual([
    [1, 'stars', 'not-an-integer'],
    [2, 'reviewedAt', 'not-an-instant'],
    [3, null, 'not-json'],
    [4, null, 'not-an-object'],
    [5, undefined, undefined],
  ]);
});

it.each(['ok-page.json', 'ok-places.json', 'not-ok-rows.json'])('leaves names and photos of %s there', async (name) => {
  const { sheets, records } = await read(name);
  const kept = JSON.stringify([sheets, records.map(({ cells, raw }) => [cells, raw])]);
  for (const identifier of ['Jonas', 'photo', 'Anonymous']) expect(kept).not.toContain(identifier);
});

it.each(['ok-page.json', 'ok-places.json'])('%s cut off at every byte gives no half rows', async (name) => {
  const whole = await readFile(join(import.meta.dirname, 'fixtures/google-reviews', name));
  expect(await halfRowsOfCuts(googleReviews, whole)).toEqual([]);
});
