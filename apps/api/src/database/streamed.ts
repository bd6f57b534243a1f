import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Database } from './database.ts';
import { paged } from './paged.ts';
import type { Scope } from './scope.ts';

/** Whoever takes nothing for so long is not waited for: a reader who has gone must not keep a connection. */
const PATIENCE = '60s';

/**
 * A statement's rows page by page as they are taken, all of one moment. Memory stays flat however many there are; the
 * transaction ends with the last page, or as soon as nobody takes any more.
 */
export async function* streamed<Row>(
  database: Database,
  scope: Scope,
  text: string,
  values: readonly unknown[],
): AsyncGenerator<Row[]> {
  const pages = new PassThrough({ objectMode: true, highWaterMark: 1 });
  const read = database
    .inScope(
      scope,
      async (transaction) => {
        await transaction.query(`set local idle_in_transaction_session_timeout = '${PATIENCE}'`);
        await pipeline(paged<Row>(transaction, text, values), pages);
      },
      { snapshot: true },
    )
    .catch((error: Error) => pages.destroy(error));
  try {
    for await (const rows of pages) yield rows as Row[];
  } finally {
    pages.destroy();
    await read;
  }
}
