import type { Measured } from '../measured.ts';
import { AGAINST_COPY } from './against-copy.ts';
import { openBenchWorld } from './bench-world.ts';
import { EIGHT_IMPORTERS } from './eight-importers.ts';
import type { BenchSize, Measurement } from './measurement.ts';
import { MEMORY } from './memory.ts';
import { OVER_REST } from './over-rest.ts';
import { ROLLUP_TAX } from './rollup-tax.ts';
import { SAME_AGAIN } from './same-again.ts';

const MEASUREMENTS: readonly Measurement[] = [
  ...AGAINST_COPY,
  ...ROLLUP_TAX,
  SAME_AGAIN,
  EIGHT_IMPORTERS,
  ...OVER_REST,
  MEMORY,
];

export interface IngestBench extends BenchSize {
  /** Names of what is measured; all of it when left out. */
  only?: readonly string[];
  report(measured: Measured): void;
  note(text: string): void;
}

/** Measures how rows come in, on a Postgres of its own, with rows it makes up itself. */
export async function ingestBench({ only, report, note, ...size }: IngestBench): Promise<void> {
  const chosen = MEASUREMENTS.filter(({ name }) => only === undefined || only.includes(name));
  if (chosen.length === 0) throw new Error(`choose from: ${MEASUREMENTS.map(({ name }) => name).join(', ')}`);
  const world = await openBenchWorld();
  try {
    for (const { name, run } of chosen) {
      const begun = Date.now();
      for (const measured of await run(world, size)) report(measured);
      note(`${name} took ${Math.round((Date.now() - begun) / 1000)} s`);
    }
  } finally {
    await world.close();
  }
}
