import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../apps/api/src/embedded-postgres/embedded-postgres.ts';
import { SETTINGS_FOR_TESTS } from '../../apps/api/src/embedded-postgres/postgres-settings.ts';

/** A Postgres in a temporary folder, which goes with it. */
export async function startTestServer(): Promise<EmbeddedPostgres> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'bedside-test-'));
  await chmod(dataFolder, 0o755);
  const server = await startEmbeddedPostgres({ dataFolder, settings: SETTINGS_FOR_TESTS });
  return {
    address: server.address,
    stop: async () => {
      await server.stop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
