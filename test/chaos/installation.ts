import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../apps/api/src/embedded-postgres/embedded-postgres.ts';
import { findPostmaster } from '../../apps/api/src/embedded-postgres/postmaster.ts';
import { commandOf, parentOf } from '../../apps/api/src/embedded-postgres/running-process.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const NODE = join(ROOT, 'node_modules', 'node', 'bin', 'node');
const BUILT = join(ROOT, 'dist', 'api');
const READY_WITHIN_MS = 60_000;

/** What can be killed: the process that answers, the one that does the long work, the database. */
export const VICTIMS = ['api', 'worker', 'postgres'] as const;
export type Victim = (typeof VICTIMS)[number];

/** A Bedside as an operator runs it: the built API beside a database of its own, each started again when it dies. */
export interface Installation {
  url: string;
  ownerUrl: string;
  /** The link for the first administrator. */
  firstLink(): Promise<string>;
  /** Ends a part of it without a word, as a crash does; one that is just being started again is waited for. */
  kill(victim: Victim): Promise<void>;
  /** Resolves when it takes requests again. */
  ready(): Promise<void>;
  /** What `bedside verify` prints: the cells that differ from a recount. */
  verify(): Promise<unknown[]>;
  /** The most memory the API has held at any time, in MB. */
  peakMegabytes(): Promise<number>;
  /** The last lines it wrote. */
  lastWords(): string;
  stop(): Promise<void>;
}

export async function startInstallation(): Promise<Installation> {
  const folder = await mkdtemp(join(tmpdir(), 'bedside-chaos-'));
  await chmod(folder, 0o755);
  // What a killed process had handed over is with the operating system, which lives: no need to wait for the disk.
  const postgres: EmbeddedPostgres = await startEmbeddedPostgres({
    dataFolder: folder,
    settings: { fsync: 'off', shared_buffers: '64MB' },
  });
  const { ownerUrl, applicationUrl = '' } = postgres.address;
  const port = 32_100 + randomInt(500);
  const environment = {
    ...{ PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production', PORT: String(port) },
    ...{ DATABASE_URL: ownerUrl, DATABASE_APP_URL: applicationUrl, BEDSIDE_DATA_DIR: folder, BEDSIDE_DEMO: 'no' },
  };
  let said = '';
  let stopping = false;
  let api: ChildProcess;
  const start = (): void => {
    api = spawn(NODE, [join(BUILT, 'main.js')], { cwd: ROOT, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [api.stdout, api.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-20_000)));
    }
    api.once('exit', () => stopping || start());
  };
  start();
  const url = `http://127.0.0.1:${port}`;

  const ready = async (): Promise<void> => {
    for (const until = Date.now() + READY_WITHIN_MS; Date.now() < until; await pause(50)) {
      const answer = await fetch(`${url}/health/ready`).catch(() => null);
      if (answer?.status === 200) return;
    }
    throw new Error(`it did not come back:\n${said}`);
  };
  const pidOf = async (victim: Victim): Promise<number | undefined> => {
    if (victim === 'api') return api.pid;
    if (victim === 'worker') return workerOf(api.pid ?? 0);
    return (await findPostmaster(join(folder, 'postgres', 'data')))?.pid;
  };
  return {
    ...{ url, ownerUrl, ready },
    firstLink: async () => {
      await ready();
      for (const until = Date.now() + READY_WITHIN_MS; Date.now() < until; await pause(50)) {
        const link = /(http\S+\/first-administrator#\S+)/.exec(said)?.[1];
        if (link !== undefined) return link;
      }
      throw new Error(`no link for the first administrator:\n${said}`);
    },
    kill: async (victim) => {
      let pid = await pidOf(victim);
      for (const until = Date.now() + READY_WITHIN_MS; pid === undefined; pid = await pidOf(victim)) {
        if (Date.now() > until) throw new Error(`there is no ${victim} to be killed:\n${said}`);
        await pause(50);
      }
      process.kill(pid, 'SIGKILL');
    },
    verify: async () => {
      const bedside = [join(BUILT, 'bedside.js'), 'verify', '--json'];
      const told = await promisify(execFile)(NODE, bedside, { cwd: ROOT, env: environment }).catch(
        (error: { stdout: string }) => error,
      );
      return JSON.parse(told.stdout) as unknown[];
    },
    peakMegabytes: async () => {
      const status = await readFile(`/proc/${api.pid}/status`, 'utf8');
      return Math.round(Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1_000);
    },
    lastWords: () => said,
    stop: async () => {
      stopping = true;
      const ended = new Promise((resolve) => api.once('exit', resolve));
      if (api.kill('SIGTERM')) await ended;
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The process that the API has started for long work. */
async function workerOf(api: number): Promise<number | undefined> {
  for (const name of await readdir('/proc')) {
    const pid = Number(name);
    if (!Number.isInteger(pid) || (await parentOf(pid)) !== api) continue;
    if (/worker/.test(await commandOf(pid))) return pid;
  }
  return undefined;
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
