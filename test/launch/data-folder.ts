import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPostmaster } from '../../apps/api/src/embedded-postgres/postmaster.ts';

export interface TemporaryFolder {
  path: string;
  /** The number of the Postgres that serves it; null when none does. */
  postgres(): Promise<number | null>;
  /** What its Postgres wrote last. */
  postgresLog(): Promise<string>;
  /** The number of the launcher that holds it. */
  launcher(): number;
  remove(): Promise<void>;
}

/** An empty data folder that everybody may enter. */
export async function temporaryFolder(): Promise<TemporaryFolder> {
  const path = await mkdtemp(join(tmpdir(), 'bedside-launch-'));
  await chmod(path, 0o755);
  return {
    path,
    postgres: async () => (await findPostmaster(join(path, 'postgres', 'data')))?.pid ?? null,
    postgresLog: async () => (await readFile(join(path, 'postgres', 'postgres.log'), 'utf8')).slice(-4_000),
    launcher: () => JSON.parse(readFileSync(join(path, 'running.json'), 'utf8')).pid,
    remove: () => rm(path, { recursive: true, force: true }),
  };
}
