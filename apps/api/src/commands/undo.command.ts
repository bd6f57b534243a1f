import { Command } from 'commander';
import { Clock } from '../clock/clock.ts';
import { type PastImport, pastImport } from '../ingest/running/past-imports.query.ts';
import { undoImport } from '../ingest/running/undo-import.ts';
import { UNDO_DAYS } from '../retention/past-undoing.query.ts';
import type { CommandContext } from './command-context.ts';
import { CommandRefused } from './command-trouble.ts';
import { textTable, withThousands } from './text-table.ts';

const DAY_MS = 86_400_000;

const UNDO_HELP = `
What the import put in goes, what it replaced comes back, and every number with it. A row that somebody changed since, or
a complaint that people went on with, stays. An import can be undone for ${UNDO_DAYS} days; one that is still going on has to be
stopped first. Undoing that broke off is simply begun again.`;

/** `bedside undo ID`: one import goes back out, and with it everything that rests on it. */
export function undoCommand(context: CommandContext): Command {
  return new Command('undo')
    .description('take back an import as a whole')
    .argument('<import>', 'its id, as "imports" lists it')
    .option('--json', 'print what was done as JSON')
    .addHelpText('after', UNDO_HELP)
    .action(async (id: string, { json }: { json?: boolean }) => {
      const now = new Clock().now();
      const undone = await context.onDatabase(async (database, scope) => {
        const found = UUID.test(id)
          ? await database.inScope(scope, (transaction) => pastImport(transaction, id))
          : undefined;
        refuseToUndo(id, found, now);
        return undoImport(database, scope, id, now, ({ removed, restored }) => {
          context.note(`${withThousands(removed)} rows taken out, ${withThousands(restored)} set back …`);
        });
      });
      if (json) return context.print(JSON.stringify(undone));
      context.print(
        textTable(
          [
            ['rows taken out', withThousands(undone.removed)],
            ['rows set back', withThousands(undone.restored)],
            ['rows that stayed, because somebody went on with them', withThousands(undone.kept)],
          ],
          [1],
        ),
      );
    });
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function refuseToUndo(id: string, found: PastImport | undefined, now: number): void {
  if (found === undefined) {
    throw new CommandRefused(`There is no import ${id.slice(0, 60)}. "npm run bedside -- imports" lists them.`);
  }
  if (found.undoneAt !== null) throw new CommandRefused('This import has been undone before.');
  if (Date.parse(found.startedAt) < now - UNDO_DAYS * DAY_MS) {
    throw new CommandRefused(
      `This import is more than ${UNDO_DAYS} days old: what it replaced is not kept any more. Import a corrected file instead.`,
    );
  }
}
