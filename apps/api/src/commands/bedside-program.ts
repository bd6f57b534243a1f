import { Command, CommanderError } from 'commander';
import { auditCommand } from './audit.command.ts';
import type { CommandContext } from './command-context.ts';
import { troubleText } from './command-trouble.ts';
import { fieldsCommand } from './fields.command.ts';
import { firstAdministratorCommand } from './first-administrator.command.ts';
import { importCommand } from './import.command.ts';
import { importsCommand } from './imports.command.ts';
import { patientCommand } from './patient.command.ts';
import { quarantineCommand } from './quarantine.command.ts';
import { redriveCommand } from './redrive.command.ts';
import { retentionCommand } from './retention.command.ts';
import { undoCommand } from './undo.command.ts';
import { verifyCommand } from './verify.command.ts';

const HELP = `
The commands work on the database of this folder, or the one that DATABASE_URL names, while Bedside runs or not.
More about a command: npm run bedside -- import --help
The importer's guide: docs/importing.md`;

/** Runs the command that the arguments name, and returns the exit status. */
export async function runBedside(args: readonly string[], context: CommandContext): Promise<number> {
  const program = new Command('npm run bedside --')
    .description('Work on a Bedside installation from the command line.')
    .addHelpText('after', HELP)
    .helpCommand(false);
  for (const commandOf of [
    importCommand,
    importsCommand,
    undoCommand,
    quarantineCommand,
    redriveCommand,
    fieldsCommand,
    verifyCommand,
    auditCommand,
    patientCommand,
    firstAdministratorCommand,
    retentionCommand,
  ]) {
    program.addCommand(commandOf(context));
  }
  for (const command of [program, ...program.commands].flatMap((one) => [one, ...one.commands])) {
    command.exitOverride().configureOutput({
      writeOut: (text) => context.print(text.trimEnd()),
      writeErr: (text) => context.note(text.trimEnd()),
    });
  }
  try {
    await program.parseAsync([...args], { from: 'user' });
    return context.status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode;
    context.note(troubleText(error));
    return 1;
  }
}
