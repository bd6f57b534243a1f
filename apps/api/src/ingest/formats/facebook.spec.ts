import { expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { facebook } from './facebook.ts';
import { fixture, halfRowsOfCuts, readAs } from './fixtures/candidates-of.ts';

const read = async (name: string) => readAs(facebook, await fixture('facebook', name));

it('takes recommendations as yes or no, and never as stars', async () => {
  const { rows, sheets } = await read('ok-recommendations.csv');
  expect(rows.map(({ row, value, problem }) => [row, value, problem])).toEqual([
    [
      2,
      {
        platform: 'facebook',
        externalId: '1022_5501',
        reviewedAt: '2026-10-03T14:22:10+00:00',
        recommends: true,
        text: 'Bác sĩ rất tận tình, y tá chu đáo',
      },
      undefined,
    ],
    [
      3,
      {
        platform: 'facebook',
        externalId: '1022_5502',
        reviewedAt: '2026-10-04T09:00:00+07:00',
        recommends: false,
        text: 'Waited.\nAnd waited.',
      },
      undefined,
    ],
    [
      5,
      { platform: 'facebook', externalId: '1022_5503', reviewedAt: '2026-10-05T09:00:00+00:00', recommends: true },
      undefined,
    ],
  ]);
  expect(sheets[0]?.columns.map(({ name }) => name).filter((name) => /star|rating/.test(name))).toEqual([]);
});

it('keeps aside what cannot be read, and goes on', async () => {
  const { rows } = await read('not-ok-rows.csv');
  expect(rows.map(({ row, problem }) => [row, problem?.field, problem?.code])).toEqual([
    [2, 'recommends', 'not-a-boolean'],
    [3, 'reviewedAt', 'ambiguous-date'],
    [4, null, 'wrong-columns'],
    [5, undefined, undefined],
    [6, null, 'cut-off'],
  ]);
});

it.each(['ok-recommendations.csv', 'not-ok-rows.csv'])('leaves whoever wrote %s there', async (name) => {
  const { sheets, records } = await read(name);
  const kept = JSON.stringify([sheets, records.map(({ cells, raw }) => [cells, raw])]);
  for (const identifier of ['Hoa', '10158']) expect(kept).not.toContain(identifier);
});

it('cut off at every byte gives no half rows', async () => {
  const whole = await readFile(join(import.meta.dirname, 'fixtures/facebook/ok-recommendations.csv'));
  expect(await halfRowsOfCuts(facebook, whole)).toEqual([]);
});
