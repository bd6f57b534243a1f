import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { Clock } from '../clock/clock.ts';
import { LINK_VALID_FOR_HOURS, firstAdministratorToken } from '../sign-in/first-start/first-administrator-link.ts';
import { OneTimeLinks } from '../sign-in/one-time-links.ts';
import type { CommandContext } from './command-context.ts';

const HELP = `
For when nobody who may let people in can get in: the first administrator is yet to come, or a password and a telephone
are lost. Whoever opens the link becomes an administrator; with the email address of an account that is there already
they get that account back, without its second factor. Whoever can run this command can read all of the data anyway; the
audit trail says that it was run, and what the link was used for.`;

/** `bedside first-administrator`: a one-time link with which somebody becomes an administrator. */
export function firstAdministratorCommand(context: CommandContext): Command {
  return new Command('first-administrator')
    .description('print a link with which somebody becomes an administrator, once')
    .addHelpText('after', HELP)
    .action(async () => {
      const token = await context.onDatabase((database, scope) =>
        firstAdministratorToken(database, scope, new OneTimeLinks(new Clock())),
      );
      context.note(`This link makes whoever opens it an administrator, once, within ${LINK_VALID_FOR_HOURS} hours:`);
      context.print(`${await addressOf(context.dataFolder)}/first-administrator#${token}`);
    });
}

/** Where people reach the installation: as its operator says, else where it runs at this moment. */
async function addressOf(dataFolder: string): Promise<string> {
  const named = process.env.BEDSIDE_URL || (await runningAt(dataFolder));
  return (named ?? `http://localhost:${process.env.PORT || 3000}`).replace(/\/+$/, '');
}

async function runningAt(dataFolder: string): Promise<string | null> {
  const text = await readFile(join(dataFolder, 'running.json'), 'utf8').catch(() => '{}');
  return (JSON.parse(text) as { url?: string | null }).url ?? null;
}
