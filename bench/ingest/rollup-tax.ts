import { join } from 'node:path';
import { Database } from '../../apps/api/src/database/database.ts';
import { SURVEY_RESPONSE } from '../../apps/api/src/facts/survey-response.table.ts';
import { measuredOf } from '../measured.ts';
import { timed } from '../timed.ts';
import { importFile } from './import-file.ts';
import { type Measurement, fewRows, pairsOf } from './measurement.ts';
import { emptied } from './raw-copy.ts';
import { writeSurveyFile } from './survey-file.ts';

/** The same import with and without its cells. */
const rollupTax = (batchRows: number, goal: number): Measurement => ({
  name: `rollup-tax-${batchRows}`,
  async run(world, size) {
    const name = `rollup-tax-${batchRows}`;
    const path = join(world.filesFolder, `${name}.csv`);
    await writeSurveyFile({ path, rows: fewRows(size), series: name });
    const database = world.app.get(Database);
    const options = { batchRows };
    const ratios = await pairsOf(size.pairs, async () => {
      await emptied(world);
      const without = await uncounted(() => timed(() => importFile(database, path, options)));
      await emptied(world);
      return (await timed(() => importFile(database, path, options))) / without;
    });
    return [measuredOf({ bench: 'ingest', name, goal, better: 'lower' }, ratios)];
  },
});

/** Takes the counting, and nothing else, out of the way in: no cell changes, so none is written. */
async function uncounted<Result>(work: () => Promise<Result>): Promise<Result> {
  const { count } = SURVEY_RESPONSE;
  SURVEY_RESPONSE.count = () => undefined;
  try {
    return await work();
  } finally {
    SURVEY_RESPONSE.count = count;
  }
}

export const ROLLUP_TAX: readonly Measurement[] = [rollupTax(10_000, 1.15), rollupTax(1_000, 1.35)];
