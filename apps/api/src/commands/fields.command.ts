import { Command } from 'commander';
import { FACT_KINDS, type FactKind } from '#contracts/ingest/fact-kind.ts';
import type { CommandContext } from './command-context.ts';
import { factKindArgument } from './fact-kind-option.ts';
import { fieldLines, fieldMarkdown } from './field-table.ts';

/** `bedside fields KIND`: what the columns of a file can feed. */
export function fieldsCommand(context: CommandContext): Command {
  return new Command('fields')
    .description('list the fields that columns can feed')
    .addArgument(factKindArgument('one kind of rows, else all of them'))
    .option('--markdown', 'as tables for a document')
    .action((only: FactKind | undefined, { markdown }: { markdown?: boolean }) => {
      for (const kind of only === undefined ? FACT_KINDS : [only]) {
        if (markdown) {
          context.print(`\n### \`${kind}\`\n\n${fieldMarkdown(kind)}`);
          continue;
        }
        context.print(`\n${kind}`);
        for (const { name, required, takes, description } of fieldLines(kind)) {
          context.print(`  ${name}${required ? ' (required)' : ''}: ${takes}\n      ${description}`);
        }
      }
    });
}
