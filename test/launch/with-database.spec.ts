import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { withDatabase } from '../../apps/api/src/embedded-postgres/with-database.ts';
import { type TemporaryFolder, temporaryFolder } from './data-folder.ts';
import { pause } from './launched.ts';

let folder: TemporaryFolder;

beforeEach(async () => {
  folder = await temporaryFolder();
  process.env.BEDSIDE_DATA_DIR = folder.path;
});

afterEach(async () => {
  delete process.env.BEDSIDE_DATA_DIR;
  await folder.remove();
});

async function countSites(url: string): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query('select count(*)::int as n from site');
  await client.end();
  return rows[0].n;
}

it('gives a command the database, and takes it away again', async () => {
  expect(await withDatabase(({ ownerUrl }) => countSites(ownerUrl))).toBe(0);
  expect(await folder.postgres()).toBeNull();
});

it('takes it away when the command fails, too', async () => {
  await expect(withDatabase(() => Promise.reject(new Error('no such file')))).rejects.toThrow('no such file');
  expect(await folder.postgres()).toBeNull();
});

it('lets commands started at the same moment share it, until the last has ended', async () => {
  const commands = [1200, 100, 600].map((ms) =>
    withDatabase(async ({ ownerUrl }) => {
      await pause(ms);
      return countSites(ownerUrl);
    }),
  );
  expect(await Promise.all(commands)).toEqual([0, 0, 0]);
  expect(await folder.postgres()).toBeNull();
});
