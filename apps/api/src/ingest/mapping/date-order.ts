import type { CsvRecord } from '../csv/csv-records.ts';
import type { Feed } from './column-plan.ts';
import type { DateOrder } from './mapping.ts';
import { MappingRefused } from './mapping-refused.ts';
import { orderShownBy } from './read-date-time.ts';

interface Sighting {
  line: number;
  column: string;
}

/** The order that a file shows, and where; undefined where its dates need none. */
export interface ShownOrder extends Sighting {
  order: DateOrder;
}

const ASK = 'Say in the mapping which comes first (on the command line: --date-order dmy or --date-order mdy).';

/**
 * Whether the dates of a file have the day or the month first, where a value above 12 settles it: the whole file is
 * read for that, once its first lines hold such dates. Throws `MappingRefused` when nothing settles it, or when one
 * line says this and another that.
 */
export async function dateOrderShownBy(
  pieces: AsyncIterable<readonly CsvRecord[]>,
  feeds: readonly Feed[],
): Promise<ShownOrder | undefined> {
  const seen: Partial<Record<DateOrder | 'either', Sighting>> = {};
  for await (const records of pieces) {
    for (const { line, cells } of records) {
      for (const { index, column } of feeds) {
        const order = orderShownBy(cells[index] ?? '');
        if (order !== undefined) seen[order] ??= { line, column };
      }
    }
    if (records.length > 0 && Object.keys(seen).length === 0) return undefined;
  }
  const { dmy, mdy, either } = seen;
  if (dmy !== undefined && mdy !== undefined) {
    throw new MappingRefused(
      `Dates have the day first in line ${dmy.line} (${dmy.column}) and the month first in line ${mdy.line} (${mdy.column}). ` +
        `${ASK} Rows that do not fit are then kept aside.`,
    );
  }
  if (dmy !== undefined) return { order: 'dmy', ...dmy };
  if (mdy !== undefined) return { order: 'mdy', ...mdy };
  if (either === undefined) return undefined;
  throw new MappingRefused(
    `The dates in ${either.column} could have the day or the month first (line ${either.line}). ${ASK}`,
  );
}
