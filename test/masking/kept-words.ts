import { Client } from 'pg';

/** Everything that is kept in a database, in whichever table: a text a row. */
export async function keptRows(ownerUrl: string): Promise<{ table: string; row: string }[]> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')`,
    );
    const kept: { table: string; row: string }[] = [];
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(`select t::text as row from ${name} t`);
      for (const { row } of rows) kept.push({ table: name, row });
    }
    return kept;
  } finally {
    await client.end();
  }
}

/** Which of the pieces are kept, and where. */
export async function foundOf(ownerUrl: string, pieces: readonly string[]): Promise<string[]> {
  const rows = await keptRows(ownerUrl);
  return pieces.flatMap((piece) => {
    const tables = rows.filter(({ row }) => row.includes(piece)).map(({ table }) => table);
    return [...new Set(tables)].map((table) => `${piece} in ${table}`);
  });
}
