import { Command, Option } from 'commander';
import { type PastImport, pastImports } from '../ingest/running/past-imports.query.ts';
import { atLeastOne } from './at-least-one.ts';
import type { CommandContext } from './command-context.ts';
import { textTable, withThousands } from './text-table.ts';

/** `bedside imports`: what came in, when, and what became of it. */
export function importsCommand(context: CommandContext): Command {
  return new Command('imports')
    .description('list what came in, the latest first')
    .option('--source <name>', 'only from this source')
    .addOption(new Option('--limit <imports>', 'how many to list').default(20).argParser(atLeastOne('--limit')))
    .option('--json', 'print them as JSON')
    .action(async ({ json, ...filter }: { json?: boolean; source?: string; limit: number }) => {
      const imports = await context.onDatabase((database, scope) =>
        database.inScope(scope, (transaction) => pastImports(transaction, filter)),
      );
      if (json) return context.print(JSON.stringify(imports));
      if (imports.length === 0) return context.print('Nothing has come in yet.');
      context.print(textTable([COLUMNS, ...imports.map(lineOf)], [4, 5, 6, 7, 8]));
    });
}

const COLUMNS = ['import', 'started', 'source', 'kind', 'read', 'accepted', 'updated', 'unchanged', 'kept aside', ''];

function lineOf({ id, startedAt, source, kind, undoneAt, finishedAt, ...counts }: PastImport): string[] {
  const { read, accepted, updated, unchanged, quarantined } = counts;
  return [
    ...[id, startedAt.replace('T', ' ').replace('Z', ' UTC'), source, kind],
    ...[read, accepted, updated, unchanged, quarantined].map(withThousands),
    undoneAt !== null ? 'undone' : finishedAt === null ? 'not finished' : '',
  ];
}
