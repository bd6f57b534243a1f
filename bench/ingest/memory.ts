import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { measuredOf } from '../measured.ts';
import type { BenchWorld } from './bench-world.ts';
import type { Measurement } from './measurement.ts';
import { emptied } from './raw-copy.ts';
import { writeSurveyFile } from './survey-file.ts';

const SMALL = 'memory-in-mb';
const GROWTH = 'memory-growth';
const TIMES = 10;

/** The command line as operators call it. */
const COMMAND = fileURLToPath(new URL('../../apps/launcher/bedside.mjs', import.meta.url));

/** Each process of the command writes down how much memory it came to hold at most. */
const TELL_PEAK = `data:text/javascript,${encodeURIComponent(`import { appendFileSync } from 'node:fs';
process.on('exit', () => appendFileSync(process.env.PEAKS_FILE, process.resourceUsage().maxRSS + '\\n'));`)}`;

/** Resident memory, at its highest, of the command importing a file, and one ten times as long. */
export const MEMORY: Measurement = {
  name: 'memory',
  async run(world, { rows, pairs }) {
    const small = join(world.filesFolder, 'small.csv');
    const large = join(world.filesFolder, 'large.csv');
    await writeSurveyFile({ path: small, rows, series: 'small' });
    await writeSurveyFile({ path: large, rows: rows * TIMES, series: 'large' });
    const peaks: number[] = [];
    const growths: number[] = [];
    for (let pair = 0; pair < pairs; pair += 1) {
      const ofSmall = await peakOf(world, small);
      const ofLarge = await peakOf(world, large);
      peaks.push(ofLarge);
      growths.push(ofLarge / ofSmall);
    }
    await Promise.all([rm(small), rm(large)]);
    return [
      measuredOf({ bench: 'ingest', name: SMALL, goal: 200, better: 'lower' }, peaks),
      measuredOf({ bench: 'ingest', name: GROWTH, goal: 1.2, better: 'lower' }, growths),
    ];
  },
};

async function peakOf(world: BenchWorld, path: string): Promise<number> {
  await emptied(world);
  const peaks = `${path}.peaks`;
  const args = [COMMAND, 'import', path, '--kind', 'survey-responses', '--source', 'bench', '--json'];
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      NODE_OPTIONS: `--import ${TELL_PEAK}`,
      PEAKS_FILE: peaks,
      DATABASE_URL: '',
      BEDSIDE_DATA_DIR: world.dataFolder,
    },
  });
  const [said, status] = await Promise.all([text(child.stderr), new Promise((ended) => child.once('exit', ended))]);
  if (status !== 0) throw new Error(`the import ended with ${String(status)}: ${said}`);
  const told = (await readFile(peaks, 'utf8')).trim().split('\n').map(Number);
  await rm(peaks);
  return Math.max(...told) / 1024;
}
