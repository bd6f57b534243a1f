import { IdKey } from '../formats/id-key.ts';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Candidate } from '../rows/candidate.ts';
import { csv } from '../formats/csv.ts';
import { fileOnDisk } from '../source-file.ts';
import { openMapped } from './mapped-file.ts';
import type { Mapping } from './mapping.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bedside-mapped-'));
});

afterAll(() => rm(folder, { recursive: true }));

async function read(text: string, mapping: Mapping = {}) {
  const path = join(folder, 'answers.csv');
  await writeFile(path, text);
  const mapped = await openMapped(await fileOnDisk(path), {
    ...{ format: csv, kind: 'survey-responses', mapping, touchpoints: [], idKey: new IdKey() },
  });
  const candidates: Candidate[] = [];
  for await (const some of mapped.candidates()) candidates.push(...some);
  return { ...mapped, candidates, dates: candidates.map(({ value, problem }) => problem?.code ?? value.respondedAt) };
}

it('lets one date above the twelfth decide the order for the whole file, and says which', async () => {
  const { dates, sheets } = await read('respondedAt,csat\n03/04/2026,4\n01/02/2026,5\n13/04/2026,4\n');
  expect(dates).toEqual(['2026-04-03T00:00:00', '2026-02-01T00:00:00', '2026-04-13T00:00:00']);
  expect(sheets[0].shownOrder).toEqual({ order: 'dmy', line: 4, column: 'respondedAt' });
});

it('asks when no date decides', async () => {
  await expect(read('respondedAt,csat\n03/04/2026,4\n05/05/2026,4\n')).rejects.toThrow(
    /dates in respondedAt could have the day or the month first \(line 2\).*--date-order dmy/,
  );
});

it('asks when dates contradict each other', async () => {
  await expect(read('respondedAt,csat\n13/04/2026,4\n04/13/2026,4\n')).rejects.toThrow(
    /day first in line 2.*month first in line 3/,
  );
});

it('keeps rows aside that contradict what it was told', async () => {
  const { dates } = await read('respondedAt,csat\n13/04/2026,4\n04/13/2026,4\n', { dates: { order: 'dmy' } });
  expect(dates).toEqual(['2026-04-13T00:00:00', 'not-an-instant']);
});

it('reads no order into dates that begin with the year', async () => {
  expect((await read('respondedAt,csat\n2026-03-04,4\n')).sheets[0].shownOrder).toBeUndefined();
});

it('passes over rows without the field they have to have, but not over broken ones', async () => {
  const text = 'respondedAt,nps\n2026-03-04,9\n2026-03-04,\n2026-03-04\n2026-03-04,0\n';
  const { candidates, passedOver } = await read(text, { onlyWith: 'nps' });
  expect(candidates.map(({ row }) => row)).toEqual([2, 4, 5]);
  expect([...passedOver()]).toEqual([['rows without nps', 1]]);
});

it('passes over the rows of others, but not over those of which nobody can say whose they are', async () => {
  const text =
    'Org code,respondedAt,csat\nRX1,2026-03-04,4\nRX2,2026-03-04,9\n2026-03-04\nrx1 ,2026-03-04,5\n,2026-03-04,5\nRX3,2026-03-04,1\n';
  const { candidates, passedOver } = await read(text, { only: { 'Org code': ['RX1', 'RX3'] } });
  expect(candidates.map(({ row }) => row)).toEqual([2, 4, 5, 7]);
  expect([...passedOver()]).toEqual([['rows of others, told by Org code', 2]]);
  await expect(read(text, { only: { 'Trust code': ['RX1'] } })).rejects.toThrow(/no column.*Trust code/i);
});

it('goes on after broken rows, each with its line', async () => {
  const { candidates } = await read(
    'respondedAt,csat,comment\n2026-03-04,4,"a\nb"\n2026-03-04,4\n2026-03-04,5,"x"y\n2026-03-05,1,ok\n',
  );
  expect(candidates.map(({ row, problem }) => [row, problem?.code])).toEqual([
    [2, undefined],
    [4, 'wrong-columns'],
    [5, 'malformed-quotes'],
    [6, undefined],
  ]);
});
