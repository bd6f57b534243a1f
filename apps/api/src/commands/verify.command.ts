import { Command } from 'commander';
import { verifyRollups } from '../facts/verify.ts';
import type { CommandContext } from './command-context.ts';

const HELP = `
Every number on the dashboards is added up from cells, which each change together with the rows they count. This counts
all of them again from the rows and names each cell that differs: there is none, unless something outside of Bedside
changed the tables. Exit status: 0 all cells agree, 1 some differ.`;

/** `bedside verify`: are the stored counts what a recount of the rows gives? */
export function verifyCommand(context: CommandContext): Command {
  return new Command('verify')
    .description('count everything again from the rows and name each stored count that differs')
    .option('--json', 'print the differing cells as JSON')
    .addHelpText('after', HELP)
    .action(async ({ json }: { json?: boolean }) => {
      const differences = await context.onDatabase(verifyRollups);
      if (differences.length > 0) context.status = 1;
      if (json) return context.print(JSON.stringify(differences));
      for (const { table, cell, stored, recounted } of differences) {
        context.print(`${table} ${cell}\n  stored    ${stored.join(' ')}\n  recounted ${recounted.join(' ')}`);
      }
      context.print(
        differences.length === 0
          ? 'All cells agree with a recount.'
          : `${differences.length} ${differences.length === 1 ? 'cell differs' : 'cells differ'} from a recount.`,
      );
    });
}
