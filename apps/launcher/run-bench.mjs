import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { PINNED_NODE, ROOT, inRoot } from './places.mjs';
import { runProgram } from './run-program.mjs';

const say = (line) => console.error(line);

/** `npm run bench -- ingest`: measures, on a Postgres of its own, with what is built from these sources. */
export async function runBench(args) {
  await ensureInstalled(say);
  await ensureBuilt(['api', 'bench'], say);
  const status = await runProgram(PINNED_NODE, ['--enable-source-maps', inRoot('dist', 'bench', 'main.js'), ...args], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production', DATABASE_URL: '', DATABASE_APP_URL: '' },
  });
  process.exit(status);
}
