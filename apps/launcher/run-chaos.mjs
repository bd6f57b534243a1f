import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { PINNED_NODE, ROOT, inRoot } from './places.mjs';
import { runProgram } from './run-program.mjs';

const say = (line) => console.error(line);

/** `npm run chaos -- ingest`: does harm to a Bedside of its own, built from these sources, and tells what came of it. */
export async function runChaos(args) {
  await ensureInstalled(say);
  await ensureBuilt(['api'], say);
  process.exit(await runProgram(PINNED_NODE, [inRoot('test', 'chaos', 'chaos.ts'), ...args], { cwd: ROOT }));
}
