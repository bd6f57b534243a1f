import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Client } from 'pg';
import { createApp } from '../../apps/api/src/create-app.ts';
import type { DatabaseAddress } from '../../apps/api/src/database/data-source.ts';
import { migrate } from '../../apps/api/src/database/migrate.ts';
import { startEmbeddedPostgres } from '../../apps/api/src/embedded-postgres/embedded-postgres.ts';
import { STRUCTURE } from './hospital.ts';

/** A Bedside of its own, as an installation runs it, in a folder that goes with it. */
export interface BenchWorld {
  address: DatabaseAddress;
  app: NestFastifyApplication;
  /** Sends rows as whoever set the app up. */
  bearer: string;
  /** Where the app listens. */
  url: string;
  /** The superuser's connection. */
  owner: Client;
  dataFolder: string;
  /** A folder that the server may write to as well. */
  filesFolder: string;
  close(): Promise<void>;
}

/** Where it lives: a folder of its own that goes with it, unless one is named, which stays. */
export async function openBenchWorld(folder?: string): Promise<BenchWorld> {
  const dataFolder = folder ?? (await mkdtemp(join(tmpdir(), 'bedside-bench-')));
  await mkdir(dataFolder, { recursive: true });
  await chmod(dataFolder, 0o755);
  const filesFolder = join(dataFolder, 'files');
  await mkdir(filesFolder, { recursive: true });
  await chmod(filesFolder, 0o777);
  const server = await startEmbeddedPostgres({ dataFolder });
  await migrate(server.address);
  const setUpKey = 'bench';
  const app = await createApp({ address: server.address, setUpKey, limits: NO_LIMITS });
  await app.listen(0, '127.0.0.1');
  const bearer = `Bearer ${setUpKey}`;
  const owner = new Client({ connectionString: server.address.ownerUrl });
  await owner.connect();
  const known = await owner.query('select 1 from organisation');
  if (known.rowCount === 0) await setUpHospital(app, bearer);
  return {
    address: server.address,
    app,
    bearer,
    url: (await app.getUrl()).replace('[::1]', '127.0.0.1'),
    owner,
    dataFolder,
    filesFolder,
    close: async () => {
      await owner.end();
      await app.close();
      await server.stop();
      if (folder === undefined) await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

async function setUpHospital(app: NestFastifyApplication, bearer: string): Promise<void> {
  const answer = await app.inject({
    method: 'PUT',
    url: '/api/v1/organisation/structure',
    headers: { authorization: bearer },
    payload: STRUCTURE,
  });
  if (answer.statusCode !== 200) throw new Error(`the hospital was not set up: ${answer.body}`);
}

/** What is measured is how fast rows go in, not how soon senders are told to slow down. */
const NO_LIMITS = {
  openRoutes: Number.MAX_SAFE_INTEGER,
  strangers: Number.MAX_SAFE_INTEGER,
  session: Number.MAX_SAFE_INTEGER,
  key: Number.MAX_SAFE_INTEGER,
  webhook: Number.MAX_SAFE_INTEGER,
  health: Number.MAX_SAFE_INTEGER,
};
