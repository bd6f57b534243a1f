import { Command, Option } from 'commander';
import { audit } from '../audit/audit.ts';
import { atLeastOne } from './at-least-one.ts';
import type { CommandContext } from './command-context.ts';
import { factKindOption } from './fact-kind-option.ts';
import { type QuarantineFilter, quarantineReasons } from './quarantine-reasons.query.ts';
import { textTable, withThousands } from './text-table.ts';

const HELP = `
A row that cannot be taken in never holds up the others: it is kept aside with its line, the field and the reason. Mend
the file and import it again (the rows that went in the first time do not count twice), mend the rows in the browser, or
mend what stood in their way and say "redrive".`;

/** `bedside quarantine`: which rows were kept aside, and why. */
export function quarantineCommand(context: CommandContext): Command {
  return new Command('quarantine')
    .description('list why rows were kept aside, the most recent reasons first')
    .option('--source <name>', 'only rows of this source')
    .addOption(factKindOption('only rows of this kind'))
    .addOption(new Option('--limit <reasons>', 'how many reasons to list').default(20).argParser(atLeastOne('--limit')))
    .option('--json', 'print the reasons as JSON')
    .addHelpText('after', HELP)
    .action(async ({ json, ...filter }: QuarantineFilter & { json?: boolean }) => {
      const reasons = await context.onDatabase((database, scope) =>
        database.inScope(scope, async (transaction) => {
          const found = await quarantineReasons(transaction, filter);
          audit(transaction, { action: 'quarantine.read', details: { ...filter, reasons: found.length } });
          return found;
        }),
      );
      if (json) return context.print(JSON.stringify(reasons));
      if (reasons.length === 0) return context.print('No rows are kept aside.');
      const lines = reasons.map(({ source, kind, field, code, rows, lastSeenAt, exampleRow }) => [
        withThousands(rows),
        source,
        kind,
        field ?? '(row)',
        code,
        `row ${exampleRow}`,
        lastSeenAt.replace('T', ' ').replace('Z', ' UTC'),
      ]);
      context.print(textTable([['rows', 'source', 'kind', 'field', 'reason', 'e.g.', 'last seen'], ...lines], [0]));
      for (const message of new Set(reasons.map(({ exampleMessage }) => exampleMessage))) context.print(`- ${message}`);
    });
}
