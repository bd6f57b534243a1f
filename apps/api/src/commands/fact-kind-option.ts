import { Argument, Option } from 'commander';
import { FACT_KINDS, type FactKind } from '#contracts/ingest/fact-kind.ts';
import { noSuchName } from '../ingest/mapping/nearest-name.ts';
import { CommandRefused } from './command-trouble.ts';

/** `--kind KIND`: which of the kinds of rows is meant. */
export function factKindOption(description: string): Option {
  return new Option('--kind <kind>', `${description}: ${FACT_KINDS.join(', ')}`).argParser(factKind);
}

export function factKindArgument(description: string): Argument {
  return new Argument('[kind]', `${description}: ${FACT_KINDS.join(', ')}`).argParser(factKind);
}

function factKind(typed: string): FactKind {
  const kind = FACT_KINDS.find((one) => one === typed);
  if (kind === undefined) throw new CommandRefused(noSuchName('kind of rows called', typed, FACT_KINDS));
  return kind;
}
