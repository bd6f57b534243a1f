import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..', '..');

export interface LaunchOptions {
  dataFolder?: string;
  /** The clone to start; the one the tests are in, unless told otherwise. */
  root?: string;
  environment?: Record<string, string>;
  nodeFlags?: string[];
  /** Who to be, for tests that run as root. */
  uid?: number;
}

export interface Launched {
  process: ChildProcess;
  /** Everything it has said so far. */
  said(): string;
  /** The address, once it serves; fails when it ends before. */
  url(): Promise<string>;
  ended: Promise<{ status: number | null; signal: NodeJS.Signals | null; said: string }>;
}

const running = new Set<ChildProcess>();

/** `npm start`, without npm, without the demo, on a free port. */
export function launch({ dataFolder, root = ROOT, environment, nodeFlags = [], uid }: LaunchOptions): Launched {
  const child = spawn(
    join(root, 'node_modules', 'node', 'bin', 'node'),
    [...nodeFlags, join(root, 'apps', 'launcher', 'start.mjs')],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(uid !== undefined && { uid, gid: uid }),
      env: {
        PATH: process.env.PATH,
        PORT: '0',
        BEDSIDE_DEMO: 'no',
        ...(dataFolder && { BEDSIDE_DATA_DIR: dataFolder }),
        ...environment,
      },
    },
  );
  running.add(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
  const ended: Launched['ended'] = new Promise((resolve) => {
    child.once('close', (status, signal) => {
      running.delete(child);
      resolve({ status, signal, said });
    });
  });
  const url = async (): Promise<string> => {
    for (;;) {
      const found = /^Bedside is at (\S+)$/m.exec(said)?.[1];
      if (found !== undefined) return found;
      if (child.exitCode !== null || child.signalCode !== null) throw new Error(`it ended before it served: ${said}`);
      await pause(50);
    }
  };
  child.once('error', (error) => (said += error.message));
  return { process: child, said: () => said, url, ended };
}

/** For `afterEach`: whatever a failed test left running ends. */
export async function endAll(): Promise<void> {
  for (const child of running) {
    const ended = new Promise((resolve) => child.once('close', resolve));
    if (child.kill('SIGTERM')) await ended;
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits for something to become true; fails with its name when it does not. */
export async function eventually(
  what: string,
  holds: () => boolean | Promise<boolean>,
  withinMs = 20_000,
): Promise<void> {
  for (const until = Date.now() + withinMs; Date.now() < until; await pause(50)) {
    if (await holds()) return;
  }
  throw new Error(`still not true after ${withinMs} ms: ${what}`);
}
