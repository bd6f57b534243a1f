import { Command } from 'commander';
import { tidy } from '../retention/tidy.ts';
import type { CommandContext } from './command-context.ts';

const HELP = `
A running Bedside does this once a day. It takes away the refused rows and the words of patients that are older than the
organisation's settings allow; numbers stay as they are. Doing it again changes nothing.`;

/** `bedside retention`: takes away what is kept no longer, now. */
export function retentionCommand(context: CommandContext): Command {
  return new Command('retention')
    .description('take away refused rows and words that are older than the settings allow')
    .option('--json', 'print the counts as JSON')
    .addHelpText('after', HELP)
    .action(async ({ json }: { json?: boolean }) => {
      const tidied = await context.onDatabase((database, scope) => tidy(database, scope, Date.now()));
      if (json) return context.print(JSON.stringify(tidied));
      for (const [what, rows] of Object.entries(tidied)) context.print(`${what.padEnd(16)} ${rows}`);
    });
}
