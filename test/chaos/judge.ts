import { asOwner } from './as-owner.ts';
import type { FileSender } from './file-sender.ts';
import type { Journal, Sender } from './sender.ts';
import { SENT_KINDS } from './sent-kinds.ts';

/** How the tables differ from what was acknowledged, in words; nothing where they agree. */
export function differencesFrom(ownerUrl: string, senders: readonly Sender[]): Promise<string[]> {
  return asOwner(ownerUrl, async (client) => {
    const found: string[] = [];
    for (const { source, journals, unanswered } of senders) {
      for (const { name, storedSql } of SENT_KINDS) {
        const { rows } = await client.query<{ id: string; version: number }>(storedSql, [source]);
        const stored = new Map(rows.map(({ id, version }) => [id, version]));
        if (stored.size !== rows.length) found.push(`${source}: ${rows.length - stored.size} ${name} are there twice`);
        const open = unanswered();
        const maybe: Journal = open?.name === name ? open.becomes : new Map();
        const told = journals.get(name) ?? new Map<string, number | null>();
        for (const [id, version] of told) {
          const is = stored.get(id) ?? null;
          if (is !== version && !(maybe.has(id) && maybe.get(id) === is)) {
            found.push(`${source}: ${name}, ${id} is ${is}, and ${version} was acknowledged`);
          }
        }
        for (const [id, version] of stored) {
          if (!told.has(id) && maybe.get(id) !== version) found.push(`${source}: ${name}, ${id} was never sent so`);
        }
      }
    }
    return found;
  });
}

const OF_FILES_SQL = `select s.code as source, count(*)::int as rows
  from survey_response f join source s on s.organisation_id = f.organisation_id and s.id = f.source_id
  where s.code like 'file-%' group by s.code`;

/** Files whose rows are not all there, or more than once, though they were told to be in. */
export function differencesOfFiles(ownerUrl: string, files: FileSender): Promise<string[]> {
  return asOwner(ownerUrl, async (client) => {
    const told = [...files.imported()];
    const { rows } = await client.query<{ source: string; rows: number }>(OF_FILES_SQL);
    const stored = new Map(rows.map((one) => [one.source, one.rows]));
    return [
      ...files.surprises(),
      ...told.flatMap(({ source, rows: due }) =>
        stored.get(source) === due ? [] : [`${source} has ${stored.get(source) ?? 0} rows stored of ${due}`],
      ),
    ];
  });
}
