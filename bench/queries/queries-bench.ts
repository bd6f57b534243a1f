import type { Measured } from '../measured.ts';
import { verifyCells } from './load-cells.ts';
import { QUERY_MEASUREMENTS } from './measurements.ts';
import { openQueryWorld } from './query-world.ts';

export interface QueriesBench {
  /** Answers and as many waits; a tenth of them are loaded beside, to see how time grows. */
  rows: number;
  pairs: number;
  quick: boolean;
  /** Names of what is measured; all of it when left out. */
  only?: readonly string[];
  /** Where what is loaded stays, and is taken from the next time; left out, it goes at the end. */
  keep?: string;
  report(measured: Measured): void;
  note(text: string): void;
}

/** Measures how questions are answered, on databases of its own, beside the facts themselves, DuckDB and a bare server. */
export async function queriesBench({ rows, pairs, quick, only, keep, report, note }: QueriesBench): Promise<void> {
  const chosen = QUERY_MEASUREMENTS.filter(({ name }) => only === undefined || only.includes(name));
  if (chosen.length === 0) throw new Error(`choose from: ${QUERY_MEASUREMENTS.map(({ name }) => name).join(', ')}`);
  const small = await openQueryWorld({ rows: Math.ceil(rows / 10), folder: keep, note });
  try {
    const large = await openQueryWorld({ rows, folder: keep, note });
    try {
      for (const { name, run } of chosen) {
        const begun = Date.now();
        for await (const measured of run({ large, small, pairs, quick, note })) report(measured);
        note(`${name} took ${Math.round((Date.now() - begun) / 1000)} s`);
      }
      for (const { database } of [small, large]) await verifyCells(database);
      note('every cell is still what its facts say');
    } finally {
      await large.close();
    }
  } finally {
    await small.close();
  }
}
