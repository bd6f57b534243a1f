import { Command } from 'commander';
import type { HeldDto } from '#contracts/patients.dto.ts';
import { Clock } from '../clock/clock.ts';
import { PatientsService } from '../patients/patients.service.ts';
import type { CommandContext } from './command-context.ts';
import { CommandRefused } from './command-trouble.ts';
import { textTable, withThousands } from './text-table.ts';

const HELP = `
The patient's identifier is read from the standard input, one line, so that it stands in no list of processes and in
no history of commands:
    npm run bedside -- patient export > patient.txt     and type it, or
    npm run bedside -- patient export < identifier.txt > patient.txt
More in docs/patient-rights.md`;

/** `bedside patient`: what is held about one patient, a copy of it, and its erasure. */
export function patientCommand(context: CommandContext): Command {
  const command = new Command('patient')
    .description('tell, hand over or erase what is held about one patient')
    .addHelpText('after', HELP);

  command
    .command('find')
    .description('how much is held, and from when to when')
    .action(async () => {
      const held = await withPatient(context, (patients, scope, identifier) => patients.find(scope, identifier));
      context.print(heldTable(held));
    });

  command
    .command('export')
    .description('everything that is held, as text to be printed')
    .option('--json', 'as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const { held, text } = await withPatient(context, (patients, scope, identifier) =>
        patients.export(scope, identifier),
      );
      context.print(json ? JSON.stringify(held, null, 2) : text.trimEnd());
    });

  command
    .command('erase')
    .description('erase everything that is held; the numbers are right at once')
    .requiredOption('--reason <text>', 'why, for the audit trail; without the identifier in it')
    .option('--yes', 'do it; left out, it is only told what would be erased')
    .action(async ({ reason, yes }: { reason: string; yes?: boolean }) => {
      if (reason.trim().length < 3) throw new CommandRefused('--reason has to say why: who asked for it, and when.');
      const held = await withPatient(context, (patients, scope, identifier) =>
        yes ? patients.erase(scope, { identifier, reason }) : patients.find(scope, identifier),
      );
      context.print(heldTable(held));
      context.note(yes ? 'Erased.' : 'Nothing has been erased yet: to erase this for good, add --yes.');
    });
  return command;
}

async function withPatient<Result>(
  context: CommandContext,
  work: (
    patients: PatientsService,
    scope: Parameters<PatientsService['find']>[0],
    identifier: string,
  ) => Promise<Result>,
): Promise<Result> {
  const identifier = (await context.readLine('The patient’s identifier: ')).trim();
  if (identifier === '') throw new CommandRefused('Type the patient’s identifier, or send it as a line of the input.');
  return context.onDatabase((database, scope) => work(new PatientsService(database, new Clock()), scope, identifier));
}

function heldTable({ kinds, mentions }: HeldDto): string {
  if (kinds.length === 0 && mentions === 0) return 'Nothing is held under this identifier.';
  const lines = kinds.map(({ kind, rows, from, to }) => [withThousands(rows), kind, from ?? '', to ?? '']);
  const told =
    mentions === 0 ? '' : `\n${withThousands(mentions)} other records mention the identifier in their words.`;
  return `${textTable([['rows', 'kind', 'from', 'to'], ...lines], [0])}${told}`;
}
