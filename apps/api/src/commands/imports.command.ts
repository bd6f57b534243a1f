import { Command, Option } from 'commander';
import { closeBrokenOff } from '../ingest/running/broken-off.ts';
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
      const imports = await context.onDatabase(async (database, scope) => {
        await closeBrokenOff(database, scope.organisationId);
        return database.inScope(scope, (transaction) => pastImports(transaction, filter));
      });
      if (json) return context.print(JSON.stringify(imports));
      if (imports.length === 0) return context.print('Nothing has come in yet.');
      context.print(textTable([COLUMNS, ...imports.map(lineOf)], [4, 5, 6, 7, 8]));
      if (imports.some(({ state }) => state === 'broken-off')) context.note(BROKEN_OFF);
    });
}

const COLUMNS = ['import', 'started', 'source', 'kind', 'read', 'accepted', 'updated', 'unchanged', 'kept aside', ''];

function lineOf({ id, startedAt, source, kind, ...rest }: PastImport): string[] {
  const { read, accepted, updated, unchanged, quarantined } = rest;
  return [
    ...[id, plain(startedAt), source, kind],
    ...[read, accepted, updated, unchanged, quarantined].map(withThousands),
    endOf(rest),
  ];
}

function endOf({ state, undoneAt, finishedAt }: Pick<PastImport, 'state' | 'undoneAt' | 'finishedAt'>): string {
  if (undoneAt !== null) return 'undone';
  if (state === 'broken-off') return `broken off ${finishedAt === null ? '' : plain(finishedAt)}`;
  return state === 'done' ? '' : state;
}

const plain = (instant: string): string => instant.replace('T', ' ').replace('Z', ' UTC');

const BROKEN_OFF =
  'What is broken off ended with its process; what had come in by then is in. Send the same file or rows again and the rest ' +
  'comes in, nothing twice; or take it back: npm run bedside -- undo IMPORT';
