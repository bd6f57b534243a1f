import { join } from 'node:path';
import { Database } from '../../apps/api/src/database/database.ts';
import { measuredOf } from '../measured.ts';
import { timed } from '../timed.ts';
import type { BenchWorld } from './bench-world.ts';
import { importFile } from './import-file.ts';
import { type Measurement, fewRows, pairsOf } from './measurement.ts';
import { emptied } from './raw-copy.ts';
import { writeSurveyFile } from './survey-file.ts';

const name = 'same-file-again';

/** The same file a second time over its first time; throws if one cell or fact was written. */
export const SAME_AGAIN: Measurement = {
  name,
  async run(world, size) {
    const path = join(world.filesFolder, `${name}.csv`);
    await writeSurveyFile({ path, rows: fewRows(size), series: name });
    const database = world.app.get(Database);
    const ratios = await pairsOf(size.pairs, async () => {
      await emptied(world);
      const first = await timed(() => importFile(database, path));
      const versions = await versionsOf(world);
      const second = await timed(() => importFile(database, path));
      if ((await versionsOf(world)) !== versions) throw new Error('the same file again wrote something');
      return second / first;
    });
    return [measuredOf({ bench: 'ingest', name, goal: 0.65, better: 'lower' }, ratios)];
  },
};

/** Tells whether any cell or fact was written anew, by the transactions that wrote them. */
async function versionsOf({ owner }: BenchWorld): Promise<string> {
  const { rows } = await owner.query(`select
    (select md5(string_agg(xmin::text || ctid::text, ',' order by ctid)) from survey_response_cell) as cells,
    (select sum(hashtextextended(xmin::text || ctid::text, 0)) from survey_response) as facts`);
  return JSON.stringify(rows);
}
