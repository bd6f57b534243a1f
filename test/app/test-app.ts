import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { InjectOptions } from 'fastify';
import { type AppOptions, createApp } from '../../apps/api/src/create-app.ts';
import { beginWork } from '../../apps/api/src/worker/begin-work.ts';
import { Database } from '../../apps/api/src/database/database.ts';
import type { RateLimits } from '../../apps/api/src/serving/rate-limits.ts';
import { newSecretKey, readSecretKeys } from '../../apps/api/src/sign-in/second-factor/secret-keys.ts';
import { type SignedIn, signedIn } from './signed-in.ts';
import { type Template, type TestDatabase, openTestDatabase } from '../postgres/test-database.ts';

type Inject = NestFastifyApplication['inject'];

export interface TestApp {
  /** Where it listens, for whatever needs a real connection. */
  url: string;
  /** Sends a request of the administrator without a socket: `await app.inject({ method: 'GET', url: '/api/v1/metrics' })`. */
  inject: Inject;
  /** The way to the data the app itself uses. */
  database: Database;
  /** What the administrator's browser sends along, for requests over a socket. */
  administrator: SignedIn;
  app: NestFastifyApplication;
  address: TestDatabase['address'];
  /** Where it keeps files that people send; created with the first one. */
  uploadsFolder: string;
  close(): Promise<void>;
}

export interface TestAppOptions extends Pick<
  AppOptions,
  | 'webFolder'
  | 'limits'
  | 'logger'
  | 'trustProxy'
  | 'setUpKey'
  | 'mail'
  | 'publicUrl'
  | 'signer'
  | 'secretKeys'
  | 'placesFolder'
  | 'inboxFolder'
  | 'identityProvider'
> {
  /** What the database is copied from; left out, it is empty. */
  template?: Template;
  /** Takes up jobs as well, as a worker beside it would. */
  worker?: boolean;
}

/** Tests ask more in a minute than anybody does. */
const NO_LIMITS: RateLimits = {
  openRoutes: Number.MAX_SAFE_INTEGER,
  strangers: Number.MAX_SAFE_INTEGER,
  session: Number.MAX_SAFE_INTEGER,
  key: Number.MAX_SAFE_INTEGER,
  webhook: Number.MAX_SAFE_INTEGER,
  health: Number.MAX_SAFE_INTEGER,
};

/** A key of every test. */
const SECRET_KEYS = readSecretKeys(newSecretKey());

/** The whole API on a database of its own, listening on a free port, with an administrator signed in. */
export async function openTestApp({ template, worker = false, ...options }: TestAppOptions = {}): Promise<TestApp> {
  const testDatabase = await openTestDatabase(template);
  const uploadsFolder = join(tmpdir(), `bedside-uploads-${randomUUID()}`);
  const app = await createApp({
    limits: NO_LIMITS,
    secretKeys: SECRET_KEYS,
    uploadsFolder,
    ...options,
    address: testDatabase.address,
  });
  await app.listen(0, '127.0.0.1');
  if (worker) await beginWork(app);
  const administrator = await signedIn(app, { role: 'administrator' });
  return {
    url: (await app.getUrl()).replace('[::1]', '127.0.0.1'),
    inject: injectAs(app, administrator),
    administrator,
    database: app.get(Database),
    app,
    address: testDatabase.address,
    uploadsFolder,
    close: async () => {
      await app.close();
      await testDatabase.close();
      await rm(uploadsFolder, { recursive: true, force: true });
    },
  };
}

/** Requests of somebody who has signed in; what a request brings itself stands. */
export function injectAs(app: NestFastifyApplication, someone: SignedIn): Inject {
  const inject = (asked: InjectOptions | string) => {
    const options = typeof asked === 'string' ? { url: asked } : asked;
    return app.inject({ ...options, headers: { ...someone, ...options.headers } });
  };
  return inject as Inject;
}
