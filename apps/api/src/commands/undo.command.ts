import { randomUUID } from 'node:crypto';
import { Command } from 'commander';
import { Clock } from '../clock/clock.ts';
import type { Database } from '../database/database.ts';
import type { Scope } from '../database/scope.ts';
import { whyNotUndone } from '../imports/describe-import.ts';
import { Heartbeat } from '../imports/running/import-progress.ts';
import { letGo, takeImport } from '../imports/running/take-import.query.ts';
import { storedImport } from '../imports/stored-imports.query.ts';
import { closeBrokenOff } from '../ingest/running/broken-off.ts';
import { type Undone, undoImport } from '../ingest/running/undo-import.ts';
import { Jobs } from '../jobs/jobs.ts';
import { UNDO_DAYS } from '../retention/past-undoing.query.ts';
import type { CommandContext } from './command-context.ts';
import { CommandRefused } from './command-trouble.ts';
import { textTable, withThousands } from './text-table.ts';

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
      const undone = await context.onDatabase((database, scope) => takeOut(context, database, scope, id));
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

async function takeOut(context: CommandContext, database: Database, scope: Scope, id: string): Promise<Undone> {
  const clock = new Clock();
  const held = { importId: id.toLowerCase(), holder: randomUUID() };
  await holdToUndo(database, scope, held, clock.now());
  const heartbeat = new Heartbeat(database, scope, held, context.signal, () => ({})).begin();
  try {
    return await undoImport(database, scope, held.importId, clock.now(), ({ removed, restored }) => {
      heartbeat.check();
      context.note(`${withThousands(removed)} rows taken out, ${withThousands(restored)} set back …`);
    });
  } catch (error) {
    await database.inScope(scope, (transaction) => letGo(transaction, held.importId, held.holder));
    throw context.signal.aborted ? new CommandRefused(STOPPED) : error;
  } finally {
    await heartbeat.end();
  }
}

/** Takes the import to itself, unless somebody is at it; a job goes on with the undoing should this process die over it. */
async function holdToUndo(
  database: Database,
  scope: Scope,
  { importId, holder }: { importId: string; holder: string },
  now: number,
): Promise<void> {
  if (!UUID.test(importId)) throw unknown(importId);
  await closeBrokenOff(database, scope.organisationId, [importId]);
  const jobs = new Jobs(database);
  try {
    await database.inScope(scope, async (transaction) => {
      const found = await storedImport(transaction, importId, true);
      if (found === undefined) throw unknown(importId);
      const why = found.state === 'undoing' ? undefined : whyNotUndone(found, now);
      if (why !== undefined) throw new CommandRefused(why);
      const taken = await takeImport(transaction, importId, holder, { from: [found.state], as: 'undoing' });
      if (taken === 'held' || taken === 'over') throw new CommandRefused(BEING_UNDONE);
      if (found.state === 'undoing') return;
      await jobs.send(transaction, 'undo-import', { organisationId: scope.organisationId, importId, by: null });
    });
  } finally {
    await jobs.onModuleDestroy();
  }
}

const unknown = (id: string): CommandRefused =>
  new CommandRefused(`There is no import ${id.slice(0, 60)}. "npm run bedside -- imports" lists them.`);
const BEING_UNDONE = 'Somebody is taking this import back just now: wait until that has ended.';
const STOPPED =
  'Stopped before all of it was out. Run the same command again to go on; a Bedside that is running goes on by itself.';
