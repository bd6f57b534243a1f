import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { chown, open, readFile, realpath, truncate } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { SystemUser } from './system-user.ts';
import { findPostmaster, startedBy } from './postmaster.ts';
import { type PostgresSettings, asArguments } from './postgres-settings.ts';

export interface PostgresStart {
  home: string;
  postgres: string;
  user: SystemUser | null;
  settings: PostgresSettings;
  /** A free one, unless given. */
  port?: number;
}

const ATTEMPTS = 5;
const LOG_KEPT_BYTES = 5_000_000;
/** Another program took the free port first, or the last Postgres's processes have not all gone yet. */
const PASSES = /could not bind|Address already in use|still in use|could not create any TCP/;

/** Starts Postgres on 127.0.0.1 and waits until it takes connections; throws with what it wrote when it ends instead. */
export async function startPostgres(start: PostgresStart): Promise<{ process: ChildProcess; port: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = start.port ?? (await freePort());
    const started = await launch(start, port);
    if (started.said === null) return { process: started.process, port };
    if (attempt === ATTEMPTS || !PASSES.test(started.said)) throw new Error(started.said);
    await pause(500);
  }
}

async function launch({ home, postgres, user, settings }: PostgresStart, port: number) {
  const data = await realpath(join(home, 'data'));
  const logFile = join(home, 'postgres.log');
  const log = await open(logFile, 'a', 0o600);
  const { size } = await log.stat();
  if (size > LOG_KEPT_BYTES) await truncate(logFile);
  if (user !== null) await chown(logFile, user.uid, user.gid);
  const child = spawn(postgres, ['-D', data, ...asArguments({ ...settings, ...startedBy(process.pid), port })], {
    ...(user && { uid: user.uid, gid: user.gid }),
    // A group of its own: Ctrl-C in a terminal reaches Bedside only, which first lets open requests end.
    detached: true,
    cwd: home,
    stdio: ['ignore', log.fd, log.fd],
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
  });
  let failure: Error | null = null;
  child.on('error', (error) => (failure = error));
  try {
    for (;;) {
      const postmaster = await findPostmaster(data);
      if (postmaster !== null && postmaster.pid === child.pid && postmaster.ready)
        return { process: child, said: null };
      if (failure !== null) throw failure;
      if (child.exitCode !== null || child.signalCode !== null) {
        const said = (await readFile(logFile)).subarray(Math.min(size, LOG_KEPT_BYTES)).toString('utf8');
        return { process: child, said: said || 'Postgres ended without a word.' };
      }
      await pause(20);
    }
  } finally {
    await log.close();
  }
}

/**
 * Below the ports that outgoing connections are given: one of those could take it while Postgres is started again, and
 * hold it for as long as it lasts.
 */
const PORTS = { first: 20_000, count: 12_000 };
const PORTS_TRIED = 50;

/** A port nobody listens at; whichever the system gives, where none of many tried was free. */
async function freePort(): Promise<number> {
  for (let tried = 0; tried < PORTS_TRIED; tried += 1) {
    const port = await listenable(PORTS.first + randomInt(PORTS.count)).catch(() => null);
    if (port !== null) return port;
  }
  return listenable(0);
}

function listenable(wanted: number): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer().once('error', failed);
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => found(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
