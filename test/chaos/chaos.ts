/**
 * Does harm to a Bedside and says what came of it; ends with status 1 where anything was lost, doubled or miscounted.
 *
 *   npm run chaos -- ingest --kills 50 --seed 7       kills its parts at random moments while rows come in
 *   npm run chaos -- fuzz --rows 1000000 --seed 7     sends rows of which every second one is broken
 */
import { parseArgs } from 'node:util';
import { fuzz } from './fuzz.ts';
import { ingestUnderFire } from './under-fire.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    kills: { type: 'string', default: '50' },
    rows: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
  },
});
const [kills, rows, seed] = [values.kills, values.rows, values.seed].map(Number) as [number, number, number];
const isCount = (count: number): boolean => Number.isInteger(count) && count > 0 && count <= 100_000_000;
const say = (line: string): void => console.error(line);

const HARMS: Record<string, () => Promise<{ differences: string[]; cells: unknown[] }>> = {
  ingest: () => ingestUnderFire({ kills, seed, say }),
  fuzz: () => fuzz({ rows, seed, say }),
};
const [named = ''] = positionals;
const harm = HARMS[named];
if (harm === undefined || ![kills, rows, seed].every(isCount)) {
  console.error('Say what to do: npm run chaos -- ingest --kills 50 --seed 7, or fuzz --rows 1000000 --seed 7');
  process.exit(1);
}
const report = await harm();
console.log(JSON.stringify({ chaos: named, seed, ...report }));
process.exitCode = report.differences.length + report.cells.length === 0 ? 0 : 1;
