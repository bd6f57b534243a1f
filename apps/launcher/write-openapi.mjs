import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { PINNED_NODE, ROOT, inRoot } from './places.mjs';

const say = (line) => console.log(line);
const DOCUMENT = 'docs/openapi.gen.json';
const TYPES = 'apps/web/src/api/schema.gen.ts';

/** `npm run openapi`: writes down what the API offers, and the web client's types from that. */
export async function writeOpenApi() {
  await ensureInstalled(say);
  await ensureBuilt(['api'], say);
  const run = (...args) => execFileSync(PINNED_NODE, args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 2 ** 26 });
  writeFileSync(inRoot(DOCUMENT), run(inRoot('dist', 'api', 'print-openapi.js')));
  run(inRoot('node_modules', 'openapi-typescript', 'bin', 'cli.js'), DOCUMENT, '--output', TYPES);
  say(`Wrote ${DOCUMENT} and ${TYPES}.`);
}
