import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { PINNED_NODE, ROOT, inRoot } from './places.mjs';
import { runProgram } from './run-program.mjs';

const say = (line) => console.log(line);

/** `npm test`: sets itself up on a bare machine, runs every test, and ends with `N passed, N failed, N skipped`. */
export async function runTests(args) {
  await ensureInstalled(say);
  await ensureBuilt(['api', 'web', 'seed', 'bench'], say);
  const jest = inRoot('node_modules', 'jest', 'bin', 'jest.js');
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const status = await runProgram(PINNED_NODE, [...flags, jest, ...args], {
    cwd: ROOT,
    // What the operator has set up for a Bedside of their own must not reach the tests.
    env: {
      ...process.env,
      NODE_ENV: 'test',
      DATABASE_URL: '',
      DATABASE_APP_URL: '',
      PORT: '',
      HOST: '',
      BEDSIDE_DATA_DIR: '',
    },
  });
  process.exit(status);
}
