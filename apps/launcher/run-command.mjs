import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { DATA, PINNED_NODE, inRoot } from './places.mjs';
import { runProgram } from './run-program.mjs';

const say = (line) => console.error(line);

/** `npm run bedside -- …`: the command line, built when it is stale, run where the operator stands. */
export async function runCommand(args) {
  await ensureInstalled(say);
  await ensureBuilt(['api'], say);
  const status = await runProgram(PINNED_NODE, ['--enable-source-maps', inRoot('dist', 'api', 'bedside.js'), ...args], {
    cwd: process.env.INIT_CWD ?? process.cwd(),
    env: { ...process.env, NODE_ENV: 'production', BEDSIDE_DATA_DIR: DATA },
  });
  process.exit(status);
}
