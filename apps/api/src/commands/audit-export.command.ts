import { open } from 'node:fs/promises';
import { Command } from 'commander';
import { audit } from '../audit/audit.ts';
import { readClosingLine } from '../audit/export-lines.ts';
import { exportTrail } from '../audit/export-trail.ts';
import { faultSentence } from '../audit/trail-fault.ts';
import { Clock } from '../clock/clock.ts';
import type { CommandContext } from './command-context.ts';
import { CommandRefused } from './command-trouble.ts';
import { withThousands } from './text-table.ts';

const HELP = `
The file holds one JSON object a line: first how it can be verified, then an event a line, last where they end and a
signature. Verify it with "npm run bedside -- audit verify --export FILE", or without Bedside as docs/audit.md shows.
Kept elsewhere, it also proves later that the trail was not cut: "audit verify --since FILE".
The export itself is on the trail. Exit status: 0 exported, 1 not, or the trail was found broken on the way.`;

/** `bedside audit export`: a copy of the trail that anybody can verify. */
export function auditExportCommand(context: CommandContext): Command {
  return new Command('export')
    .description('write the audit trail to a file that anybody can verify')
    .requiredOption('--out <file>', 'where to write it; it must not exist yet')
    .option('--from <instant>', 'only events from this instant on, like 2026-11-01T00:00:00Z', instant)
    .option('--to <instant>', 'only events before this instant', instant)
    .addHelpText('after', HELP)
    .action(async ({ out, from, to }: { out: string; from?: string; to?: string }) => {
      const file = await open(out, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
        throw new CommandRefused(
          error.code === 'EEXIST' ? `${out} is there already: name another file.` : `${out}: ${error.message}.`,
        );
      });
      let last = '';
      try {
        await context.onDatabase(async (database, scope) => {
          // First, and committed: no line is written whose export is not on the trail.
          await database.inScope(scope, async (transaction) =>
            audit(transaction, { action: 'audit.exported', details: { from, to } }),
          );
          const exportedAt = new Date(new Clock().now()).toISOString();
          for await (const lines of exportTrail(database, scope, { from, to }, exportedAt)) {
            if (lines !== '') last = lines;
            await file.write(lines);
          }
        });
      } finally {
        await file.close();
      }
      const closing = readClosingLine(last.trim());
      if (closing?.fault !== undefined)
        throw new CommandRefused(`The trail is broken. ${faultSentence(closing.fault)}`);
      context.print(
        `${withThousands(closing?.count ?? 0)} events written to ${out}.\nIts end, to be noted elsewhere: event ${closing?.head.seq}, ${closing?.head.hash}`,
      );
    });
}

function instant(text: string): string {
  const date = new Date(text);
  if (!/^\d{4}-\d{2}-\d{2}/.test(text) || Number.isNaN(date.getTime())) {
    throw new CommandRefused('--from and --to have to be instants like 2026-11-01T00:00:00Z.');
  }
  return date.toISOString();
}
