import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { onDisk, Refusal } from './refusal.mjs';
import { DATA, PINNED_NODE, ROOT, inRoot } from './places.mjs';

export const LOG = join(DATA, 'bedside.log');
const LOG_KEPT_BYTES = 20_000_000;

/**
 * Starts the API on the pinned Node and waits until it serves. Its log goes to .data/bedside.log, its messages to `say`.
 * `ended` settles when it has, whoever stopped it. `doors` asks how people get in who have never been in, for lines to
 * print; none when it ends before it answers.
 */
export function startApi({ say, environment = {} }) {
  const log = onDisk(DATA, () => {
    mkdirSync(DATA, { recursive: true });
    if (existsSync(LOG) && statSync(LOG).size > LOG_KEPT_BYTES) renameSync(LOG, `${LOG}.old`);
    return openSync(LOG, 'a', 0o600);
  });
  const child = spawn(PINNED_NODE, ['--enable-source-maps', inRoot('dist', 'api', 'main.js')], {
    cwd: ROOT,
    // A group of its own: Ctrl-C reaches the launcher alone, which stops everything in order.
    detached: true,
    stdio: ['ignore', log, log, 'ipc'],
    env: { ...process.env, NODE_ENV: 'production', BEDSIDE_DATA_DIR: DATA, ...environment },
  });
  closeSync(log);
  const ended = new Promise((resolve) => child.once('exit', (status, signal) => resolve({ status, signal })));
  const served = new Promise((resolve, reject) => {
    child.on('message', (message) => {
      if (message.say) say(message.say);
      else if (message.trouble) reject(new Refusal(message.trouble));
      else if (message.ready) resolve(message);
    });
    child.once('error', reject);
    void ended.then(() =>
      reject(new Refusal(`Bedside stopped while starting. The end of ${LOG} says why:\n${lastWords()}`)),
    );
  });
  const doors = () =>
    new Promise((resolve) => {
      child.on('message', (message) => message.doors && resolve(message.doors));
      child.send('doors?', (error) => error && resolve([]));
      void ended.then(() => resolve([]));
    });
  const stop = () => {
    child.kill('SIGTERM');
    return ended;
  };
  return { served, ended, stop, doors };
}

const lastWords = () => readFileSync(LOG, 'utf8').trim().split('\n').slice(-5).join('\n');
