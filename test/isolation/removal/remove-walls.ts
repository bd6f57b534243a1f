/**
 * Takes the walls down one by one, in copies of the sources, and says what the tests made of it. A guard or a condition
 * of a statement may go without a foreign row being seen, because the policies hold alone; a policy may not.
 *
 *   npm run walls                    all of it
 *   npm run walls -- policies        only these; also: conditions, guards
 *   npm run walls -- conditions 100  from the hundred-and-first on
 *   npm run walls -- conditions imp  those whose file or text this expression finds
 */
import { conditions, guards, policies, type Removal } from './removals.ts';
import { openLane } from './lane.ts';

const ROWS_SPEC = 'test/isolation/foreign-rows.spec.ts';
const WALLS_SPEC = 'test/isolation/walls.spec.ts';

const [part = 'all', which = '0'] = process.argv.slice(2);
const first = /^\d+$/.test(which) ? Number(which) : 0;
const named = /^\d+$/.test(which) ? '' : which;
const lane = openLane(process.cwd());
const sources = lane.files.filter((file) => /^apps\/api\/src\/.*(?<!\.spec)\.ts$/.test(file));
const code = sources.filter((file) => !/\/(?:migrations|commands)\/|\/tenant-table\.ts$/.test(file));
const migrations = sources.filter((file) => file.includes('/migrations/'));
const surprises: string[] = [];

/** The door and the guard both find out who calls: with neither, nobody would be let in at all. */
const ONE_OF_TWO = /standAtTheDoor|APP_GUARD/;

/** Each by itself; and, as policies alone should hold, all at once. */
async function tryEach(
  name: string,
  removals: readonly Removal[],
  spec: string,
  expected: 'green' | 'red',
): Promise<void> {
  if (part !== 'all' && part !== name) return;
  const isAsExpected = async (removed: readonly Removal[]) =>
    (await lane.isGreen(removed, spec)) === (expected === 'green');
  if (!(await lane.isGreen([], spec))) throw new Error(`${spec} is red with every wall standing: mend that first.`);
  if (expected === 'green' && which === '0') {
    const together = removals.filter(({ what }) => !ONE_OF_TWO.test(what));
    await report(`${together.length} of the ${name} at once`, together);
  }
  for (const [index, removal] of removals.entries()) {
    if (index < first || !new RegExp(named).test(removal.what)) continue;
    await report(`${name} ${index + 1}/${removals.length}: ${removal.what}`, [removal]);
  }

  async function report(what: string, removed: readonly Removal[]): Promise<void> {
    const right = await isAsExpected(removed);
    console.log(`${right ? 'as it should be' : 'NOT AS IT SHOULD BE'}  ${expected}  ${what}`);
    if (!right) surprises.push(what);
  }
}

try {
  await tryEach('policies', policies(lane.root, migrations), WALLS_SPEC, 'red');
  await tryEach('guards', guards(lane.root, code), ROWS_SPEC, 'green');
  await tryEach('conditions', conditions(lane.root, code), ROWS_SPEC, 'green');
} finally {
  lane.close();
}
console.log(surprises.length === 0 ? 'Every wall is as it should be.' : `Surprises:\n${surprises.join('\n')}`);
process.exitCode = surprises.length === 0 ? 0 : 1;
