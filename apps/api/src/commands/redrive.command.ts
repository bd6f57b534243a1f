import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import type { RedriveAskedDto } from '#contracts/quarantine-query.dto.ts';
import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import { Clock } from '../clock/clock.ts';
import { IngestService } from '../ingest/ingest.service.ts';
import { Jobs } from '../jobs/jobs.ts';
import { RedriveService } from '../quarantine/drive/redrive.service.ts';
import { RunRedrive } from '../quarantine/drive/run-redrive.ts';
import type { CommandContext } from './command-context.ts';
import { CommandRefused } from './command-trouble.ts';
import { factKindOption } from './fact-kind-option.ts';
import { textTable, withThousands } from './text-table.ts';

const HELP = `
Rows that were set aside are read again, by the mapping as it is now and with what people have mended in the browser.
Those that can go in do, each once; the others wait on with the reason that holds now. Without options, all are tried.

A mapping file holds what these rows need on top of the mapping they came by, such as
  { "values": { "department": { "Ward Four": "ward-4" } } }`;

interface Flags extends Pick<RedriveAskedDto, 'source' | 'code' | 'field'> {
  kind?: FactKind;
  import?: string;
  mapping?: string;
  json?: boolean;
}

/** `bedside redrive`: rows that were set aside go in after all. */
export function redriveCommand(context: CommandContext): Command {
  return new Command('redrive')
    .description('drive rows that were kept aside in again')
    .option('--source <name>', 'only rows of this source')
    .addOption(factKindOption('only rows of this kind'))
    .option('--code <reason>', 'only rows kept aside for this reason, as "quarantine" names it')
    .option('--field <field>', 'only rows in which this field was at fault')
    .option('--import <id>', 'only rows of this import, as "imports" lists it')
    .option('--mapping <file.json>', 'a mapping laid over the one they were read by')
    .option('--json', 'print what became of them as JSON')
    .addHelpText('after', HELP)
    .action(async ({ json, mapping: path, ...filter }: Flags) => {
      if (filter.import !== undefined && !UUID.test(filter.import)) {
        throw new CommandRefused('--import has to be the id of an import. "npm run bedside -- imports" lists them.');
      }
      const mapping = path === undefined ? undefined : await mappingIn(path);
      const { imports } = await context.onDatabase((database, scope) => {
        const clock = new Clock();
        const jobs = new Jobs(database);
        const runRedrive = new RunRedrive(database, clock, new IngestService(database, clock));
        const redrive = new RedriveService(database, clock, jobs, runRedrive);
        const asked = { ...filter, ...(mapping && { mapping }) };
        return redrive.redrive(scope, asked, context.signal).finally(() => jobs.onModuleDestroy());
      });
      if (imports.some(({ quarantined }) => quarantined > 0)) context.status = 2;
      if (json) return context.print(JSON.stringify(imports));
      if (imports.length === 0) return context.print('No such rows are kept aside.');
      const lines = imports.map(({ source, kind, rows, accepted, updated, unchanged, quarantined, import: id }) => [
        ...[source, kind, withThousands(rows), withThousands(accepted + updated), withThousands(unchanged)],
        ...[withThousands(quarantined), id],
      ]);
      const head = ['source', 'kind', 'rows', 'went in', 'settled before', 'kept aside', 'import'];
      context.print(textTable([head, ...lines], [2, 3, 4, 5]));
    });
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function mappingIn(path: string): Promise<Record<string, unknown>> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;
  } catch {
    throw new CommandRefused(`${path} is not there, or is not JSON.`);
  }
}
