import type { Transaction } from './database.ts';

const PAGE = 10_000;
let cursors = 0;

/** Reads a statement's rows page by page through a server-side cursor, so that memory stays flat however many there are. */
export async function* paged<Row>(
  { client }: Transaction,
  text: string,
  values: readonly unknown[],
): AsyncGenerator<Row[]> {
  const cursor = `paged_${(cursors += 1)}`;
  await client.query(`declare ${cursor} no scroll cursor for ${text}`, [...values]);
  for (;;) {
    const { rows } = await client.query(`fetch ${PAGE} from ${cursor}`);
    if (rows.length > 0) yield rows as Row[];
    if (rows.length < PAGE) break;
  }
  await client.query(`close ${cursor}`);
}
