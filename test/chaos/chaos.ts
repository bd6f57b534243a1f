/**
 * Kills the parts of a Bedside at random moments while rows come in, and says whether anything acknowledged was lost or
 * doubled. Ends with status 1 where it was.
 *
 *   npm run chaos -- ingest --kills 50 --seed 7
 */
import { parseArgs } from 'node:util';
import { ingestUnderFire } from './under-fire.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { kills: { type: 'string', default: '50' }, seed: { type: 'string', default: '1' } },
});
const [kills, seed] = [Number(values.kills), Number(values.seed)];
if (
  positionals.join() !== 'ingest' ||
  !(Number.isInteger(kills) && kills > 0 && kills <= 10_000 && Number.isInteger(seed))
) {
  console.error('Say what to attack, how often and from which seed: npm run chaos -- ingest --kills 50 --seed 7');
  process.exit(1);
}
const report = await ingestUnderFire({ kills, seed, say: (line) => console.error(line) });
console.log(JSON.stringify({ chaos: 'ingest', seed, ...report }));
process.exitCode = report.differences.length + report.cells.length === 0 ? 0 : 1;
