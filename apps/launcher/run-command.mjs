import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { DATA, PINNED_NODE, inRoot } from './places.mjs';
import { runProgram } from './run-program.mjs';

const say = (line) => console.error(line);

/** A command takes what memory it needs and little more: it often runs beside the server it feeds. */
const FRUGAL = ['--max-semi-space-size=8', '--heap-growing-percent=30'];

/** `npm run bedside -- …`: the command line, built when it is stale, run where the operator stands. */
export async function runCommand(args) {
  await ensureInstalled(say);
  await ensureBuilt(['api'], say);
  const program = ['--enable-source-maps', ...FRUGAL, inRoot('dist', 'api', 'bedside.js')];
  const status = await runProgram(PINNED_NODE, [...program, ...args], {
    cwd: process.env.INIT_CWD ?? process.cwd(),
    env: { ...process.env, NODE_ENV: 'production', BEDSIDE_DATA_DIR: DATA },
  });
  process.exit(status);
}
