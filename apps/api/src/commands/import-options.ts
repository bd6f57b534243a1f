import { Command, Option } from 'commander';
import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import { FORMATS } from '../ingest/formats/formats.ts';
import type { MappingFlags } from '../ingest/mapping/mapping-flags.ts';
import { factKindOption } from './fact-kind-option.ts';

/** The flags of `import`, as commander hands them over. */
export interface ImportFlags extends MappingFlags {
  kind?: FactKind;
  format?: string;
  unfinished?: boolean;
  source: string;
  mapping?: string;
  saveMapping?: string;
  encoding?: string;
  delimiter?: string;
  sheet?: string;
  dryRun?: boolean;
  json?: boolean;
}

const EXAMPLES = `
Columns that are called like a field (responded_at, csat, scores.check-in …) map by themselves; all others are left
out until a --map names them. "npm run bedside -- fields KIND" lists the fields.

Examples:
  An export of a survey tool, which tells most of it by itself:
    npm run bedside -- import qualtrics.csv --source exit-survey --map Q1=nps --map Q2=csat --set department=ward-4b

  A file whose columns are called like the fields:
    npm run bedside -- import answers.csv --kind survey-responses --source exit-survey

  Other column names, answers in words, wards that are not known yet:
    npm run bedside -- import fft.csv --kind survey-responses --source fft --map time=respondedAt \\
      --map rating=fft --map rating=csat --value "csat:Extremely likely=5" --value "csat:Don't know=" \\
      --map ward=department --create-departments --site north

  Look before anything is stored, and keep the mapping for next month:
    npm run bedside -- import waits.csv --kind waits --source queue --map arrived=startedAt --dry-run --save-mapping queue.json
    npm run bedside -- import waits.csv --kind waits --source queue --mapping queue.json

Sending the same rows again changes nothing; a row with the same id and other values replaces the old one.
Exit status: 0 every row went in, 2 some rows were kept aside, 1 the import failed.`;

export function importOptions(command: Command): Command {
  const each = (value: string, all: string[] = []): string[] => [...all, value];
  return command
    .argument(
      '<file>',
      'an export of a system that is known (--format), or any table: text with columns, a workbook (.xlsx), JSON, NDJSON',
    )
    .addOption(factKindOption('what a row is; left out where the format tells'))
    .addOption(
      new Option('--format <code>', 'what wrote the file; recognised when left out').choices(
        FORMATS.map(({ code }) => code),
      ),
    )
    .requiredOption(
      '--source <name>',
      'the system or file series the rows come from; with the id it is the key of a row',
    )
    .optionsGroup('Columns and values:')
    .option(
      '--map <column=field>',
      'a column and the field it feeds; again for the next one; "column=" leaves it out',
      each,
    )
    .option('--set <field=value>', 'one value for all rows, e.g. channel=sms', each)
    .option(
      '--value <field:text=value>',
      'what a text in the file stands for, e.g. "csat:Very happy=5"; nothing after "=" means not answered',
      each,
    )
    .option('--only-with <field>', 'pass over rows in which this field is empty, e.g. visits without an answer')
    .option(
      '--only <column=value>',
      'pass over rows in which this column says something else, e.g. "Org code=RX1"; again for the next value',
      each,
    )
    .option('--unfinished', 'take answers too that were begun and never sent in')
    .option('--mapping <file.json>', 'a mapping saved earlier; what flags say holds over it')
    .option('--save-mapping <file.json>', 'keep the mapping of these flags for next time')
    .optionsGroup('How the file is written:')
    .option('--date-order <order>', 'dmy or mdy, where 03/04/2026 could be either')
    .option('--zone <name>', 'time zone of times without an offset, e.g. Asia/Bangkok; that of the site when left out')
    .option('--decimal <mark>', '"," or ".", where 1,234 could be either')
    .option('--delimiter <character>', 'what stands between columns; found from the first lines when left out')
    .option('--sheet <name>', 'the sheet of a workbook; the first that is not hidden when left out')
    .option('--encoding <name>', 'encoding of a file that is not UTF-8, e.g. windows-1258')
    .optionsGroup('Where the rows belong:')
    .option('--site <code>', 'the site of rows that name none')
    .option('--create-departments', 'set up departments (and the site) that are not known yet')
    .optionsGroup('How it runs:')
    .option('--dry-run', 'read, map and check everything, store nothing')
    .option('--json', 'print the result as JSON')
    .addHelpText('after', EXAMPLES);
}
