import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { HOME_SCOPE } from '../../apps/api/src/access/access.ts';
import { applicationDataSource } from '../../apps/api/src/database/data-source.ts';
import { Database } from '../../apps/api/src/database/database.ts';
import { verifyRollups } from '../../apps/api/src/facts/verify.ts';
import { measuredOf } from '../measured.ts';
import { timed } from '../timed.ts';
import type { BenchWorld } from './bench-world.ts';
import { importFile } from './import-file.ts';
import { type Measurement, fewRows, pairsOf } from './measurement.ts';
import { emptied } from './raw-copy.ts';
import { writeSurveyFile } from './survey-file.ts';

const name = 'eight-importers';
const IMPORTERS = 8;

/** Rows a second of eight importers at once over those of one after another; throws on a deadlock or a wrong cell. */
export const EIGHT_IMPORTERS: Measurement = {
  name,
  async run(world, size) {
    const rows = Math.ceil(fewRows(size) / 4);
    const paths: string[] = [];
    for (let importer = 0; importer < IMPORTERS; importer += 1) {
      const path = join(world.filesFolder, `${name}-${importer}.csv`);
      await writeSurveyFile({ path, rows, series: `${name}${importer}` });
      paths.push(path);
    }
    const sources: DataSource[] = [];
    for (const _ of paths) sources.push(await applicationDataSource(world.address).initialize());
    const databases = sources.map((source) => new Database(source));
    const importOne = (index: number) => importFile(databases[index] as Database, paths[index] as string);
    try {
      const before = await deadlocks(world);
      const ratios = await pairsOf(size.pairs, async () => {
        await emptied(world);
        const inTurn = await timed(async () => {
          for (const index of paths.keys()) await importOne(index);
        });
        await emptied(world);
        const together = await timed(() => Promise.all([...paths.keys()].map(importOne)));
        const different = await verifyRollups(databases[0] as Database, HOME_SCOPE);
        if (different.length > 0) throw new Error(`${different.length} cells differ from their facts`);
        return inTurn / together;
      });
      const seen = (await deadlocks(world)) - before;
      if (seen > 0) throw new Error(`${seen} deadlocks`);
      return [measuredOf({ bench: 'ingest', name, goal: 0.9, better: 'higher' }, ratios)];
    } finally {
      await Promise.all(sources.map((source) => source.destroy()));
    }
  },
};

async function deadlocks({ owner }: BenchWorld): Promise<number> {
  // Backends report their statistics once a second at most.
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const { rows } = await owner.query('select deadlocks::int from pg_stat_database where datname = current_database()');
  return (rows[0] as { deadlocks: number }).deadlocks;
}
