import { join } from 'node:path';
import { Database } from '../../apps/api/src/database/database.ts';
import type { IngestOptions } from '../../apps/api/src/ingest/running/ingest-options.ts';
import { measuredOf } from '../measured.ts';
import { timed } from '../timed.ts';
import { importFile } from './import-file.ts';
import { type BenchSize, type Measurement, fewRows, pairsOf } from './measurement.ts';
import { emptied, rawCopyOfFacts } from './raw-copy.ts';
import { writeSurveyFile } from './survey-file.ts';

interface Shape {
  name: string;
  goal: number;
  rows(size: BenchSize): number;
  shuffled?: boolean;
  options?: IngestOptions;
}

/** A whole file from its first byte to committed facts and cells, over a raw COPY of the same rows. */
const againstCopy = ({ name, goal, rows, shuffled = false, options }: Shape): Measurement => ({
  name,
  async run(world, size) {
    const path = join(world.filesFolder, `${name}.csv`);
    await writeSurveyFile({ path, rows: rows(size), series: name, shuffled });
    const database = world.app.get(Database);
    await emptied(world);
    await importFile(database, path, options);
    // The number behind the hyphen is the place of a row in its file.
    const copy = await rawCopyOfFacts(world, name, `split_part(external_id, '-', -1)::int`);
    const ratios = await pairsOf(size.pairs, async () => {
      await emptied(world);
      const yardstick = await timed(() => copy.run());
      await emptied(world);
      return (await timed(() => importFile(database, path, options))) / yardstick;
    });
    return [measuredOf({ bench: 'ingest', name, goal, better: 'lower' }, ratios)];
  },
});

export const AGAINST_COPY: readonly Measurement[] = [
  againstCopy({ name: 'file-of-a-million', goal: 1.1, rows: ({ rows }) => rows }),
  againstCopy({ name: 'file-of-200-thousand', goal: 1.35, rows: fewRows }),
  againstCopy({ name: 'one-connection', goal: 1.5, rows: fewRows, options: { writers: 1 } }),
  againstCopy({ name: 'random-time-order', goal: 1.5, rows: fewRows, shuffled: true }),
];
