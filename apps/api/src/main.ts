import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { pino } from 'pino';
import { AuditKeyTrouble } from './audit/audit-key.ts';
import { installationKey } from './audit/installation-key.ts';
import { createApp } from './create-app.ts';
import { Database } from './database/database.ts';
import { dataFolder } from './embedded-postgres/data-folder.ts';
import { type OpenDatabase, openDatabase } from './embedded-postgres/open-database.ts';
import { PostgresTrouble } from './embedded-postgres/postgres-trouble.ts';
import { Readiness } from './health/readiness.ts';
import { PublicAddress } from './mail/public-address.ts';
import { Jobs } from './jobs/jobs.ts';
import { Housekeeping } from './housekeeping/housekeeping.ts';
import { inboxFolder } from './inbox/inbox-folder.ts';
import { Inbox } from './inbox/inbox.ts';
import { isEmpty } from './organisation/is-empty.query.ts';
import { PortTrouble, claimPort, portFrom, portTrouble } from './serving/port.ts';
import { ASKS_FOR_DOORS, tell } from './serving/process-messages.ts';
import { SettingTrouble } from './serving/setting-trouble.ts';
import { settingsFrom } from './serving/settings.ts';
import { Doors } from './sign-in/first-start/doors.ts';
import { keepWorkers } from './worker/keep-workers.ts';
import { workerCount } from './worker/worker-count.ts';
import { uploadsFolder } from './uploads/uploads-folder-setting.ts';
import { installationSecretKeys } from './sign-in/second-factor/installation-secret-keys.ts';
import { SealAnew } from './sign-in/second-factor/seal-anew.ts';
import { SealWebhooksAnew } from './webhooks/seal-webhooks-anew.ts';

const HOST = process.env.HOST || '127.0.0.1';
/** Requests still open this long after the process was asked to stop are cut off. */
const REQUESTS_END_WITHIN_MS = 10_000;

let database: OpenDatabase | undefined;
let app: NestFastifyApplication | undefined;
let workers: { stop(): Promise<void> } | undefined;
let stopping: Promise<void> | undefined;

async function start(): Promise<void> {
  const port = portFrom(process.env.PORT);
  const settings = settingsFrom(process.env);
  const workersWanted = workerCount(process.env);
  await claimPort(port, HOST);
  database = await openDatabase((line) => tell({ say: line }));
  if (stopping !== undefined) return;
  const setUpKey = randomBytes(32).toString('base64url');
  app = await createApp({
    ...settings,
    address: database.address,
    webFolder: join(import.meta.dirname, '..', 'web'),
    setUpKey,
    signer: await installationKey(dataFolder()),
    placesFolder: dataFolder(),
    uploadsFolder: uploadsFolder(),
    inboxFolder: await inboxFolder(),
    secretKeys: await installationSecretKeys(dataFolder()),
    logger: pino({ base: undefined, timestamp: pino.stdTimeFunctions.isoTime }),
  });
  for (const line of await app.get(SealAnew).atStart()) tell({ say: line });
  for (const line of await app.get(SealWebhooksAnew).atStart()) tell({ say: line });
  await app.listen(port, HOST).catch((error: NodeJS.ErrnoException) => {
    throw portTrouble(port, HOST, error.code ?? error.message);
  });
  const { port: served } = app.getHttpServer().address() as { port: number };
  const url = `http://${HOST === '127.0.0.1' ? 'localhost' : HOST}:${served}`;
  app.get(PublicAddress).servedAt(url);
  app.get(Housekeeping).begin();
  app.get(Inbox).begin();
  tell({ ready: true, url, empty: await isEmpty(app.get(Database)), setUpKey });
  await beginWorkers(app, database, workersWanted);
  // A launcher asks once it has loaded what it loads; without one there is nothing to wait for.
  if (process.send === undefined) await tellDoors(app);
}

/** Long work begins once people are served; where nobody else can be at it, what was left behind is taken up at once. */
async function beginWorkers(
  from: NestFastifyApplication,
  { address, isOwn }: OpenDatabase,
  count: number,
): Promise<void> {
  if (count === 0 || stopping !== undefined) return;
  const jobs = from.get(Jobs);
  // Should it fail, they are taken up once their workers have been silent for a while.
  if (isOwn) await jobs.giveBackAll().catch(() => undefined);
  workers = keepWorkers({
    program: join(import.meta.dirname, 'worker.js'),
    count,
    start: { address, uploadsFolder: uploadsFolder() },
    onDeath: (held) => jobs.giveBack(held),
  });
}

/** The demo's sign-ins, or the link for the first administrator. */
async function tellDoors(from: NestFastifyApplication): Promise<void> {
  tell({ doors: await from.get(Doors).describe(join(dataFolder(), 'demo-sign-ins.json')) });
}

process.on('message', (message) => {
  if (message !== ASKS_FOR_DOORS || app === undefined) return;
  tellDoors(app).catch((error: unknown) => {
    console.error(error);
    tell({ doors: ['How to sign in could not be found out; the log says why.'] });
  });
});

const started = start();
started.catch((error: unknown) => {
  const expected = [PostgresTrouble, PortTrouble, SettingTrouble, AuditKeyTrouble].some(
    (kind) => error instanceof kind,
  );
  if (!expected) console.error(error);
  tell({ trouble: expected ? (error as Error).message : `Bedside did not start: ${String(error)}` });
  void stopAndExit(1);
});

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stopAndExit(0));
// The launcher is gone, killed perhaps: nobody else would stop the database.
process.on('disconnect', () => void stopAndExit(0));

async function stopAndExit(status: number): Promise<void> {
  stopping ??= stop();
  await stopping.catch((error: unknown) => console.error(error));
  process.exit(status);
}

/** New requests are refused, open ones end, then the database does. */
async function stop(): Promise<void> {
  await started.catch(() => undefined);
  app?.get(Readiness).refuse();
  await Promise.all([
    workers?.stop(),
    Promise.race([app?.close(), new Promise((resolve) => setTimeout(resolve, REQUESTS_END_WITHIN_MS).unref())]),
  ]);
  await database?.close();
}
