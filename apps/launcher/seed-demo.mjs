import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DATA, PINNED_NODE, inRoot } from './places.mjs';
import { runProgram } from './run-program.mjs';

const SEED = inRoot('dist', 'seed', 'main.js');
const UNFINISHED = join(DATA, 'demo-unfinished');

/** Names the database without its password, so that a demo cut short is never continued in another one. */
const database = () =>
  createHash('sha256')
    .update(process.env.DATABASE_URL || 'embedded')
    .digest('hex');

/** True for an empty database, and for one whose demo was cut short; BEDSIDE_DEMO=no keeps an installation empty. */
export function wantsDemo(empty) {
  if (process.env.BEDSIDE_DEMO === 'no' || !existsSync(SEED)) return false;
  return empty || (existsSync(UNFINISHED) && readFileSync(UNFINISHED, 'utf8') === database());
}

/** Sends the demo network through the API like any other data; true when all of it went in. */
export async function seedDemo(url, setUpKey) {
  writeFileSync(UNFINISHED, database());
  const status = await runProgram(PINNED_NODE, [SEED, '--url', url], {
    env: { ...process.env, BEDSIDE_KEY: setUpKey },
  });
  if (status === 0) rmSync(UNFINISHED, { force: true });
  return status === 0;
}
