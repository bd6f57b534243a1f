import { Command } from 'commander';
import { auditExportCommand } from './audit-export.command.ts';
import { auditVerifyCommand } from './audit-verify.command.ts';
import type { CommandContext } from './command-context.ts';

/** `bedside audit …`: is the record of who did what as it was written, and a copy of it for others to verify. */
export function auditCommand(context: CommandContext): Command {
  return new Command('audit')
    .description('verify the audit trail, or export it for others to verify')
    .helpCommand(false)
    .addCommand(auditVerifyCommand(context))
    .addCommand(auditExportCommand(context));
}
