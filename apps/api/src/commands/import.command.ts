import { basename } from 'node:path';
import { Command } from 'commander';
import type { IngestResultDto } from '#contracts/ingest/ingest-result.dto.ts';
import { DEFAULT_TOUCHPOINTS } from '#domain/touchpoint.ts';
import { Clock } from '../clock/clock.ts';
import type { Database } from '../database/database.ts';
import type { Scope } from '../database/scope.ts';
import { IngestService } from '../ingest/ingest.service.ts';
import { type MappedFile, openMapped } from '../ingest/mapping/mapped-file.ts';
import type { Mapping } from '../ingest/mapping/mapping.ts';
import { csv } from '../ingest/formats/csv.ts';
import { fileHead } from '../ingest/formats/file-head.ts';
import type { Format } from '../ingest/formats/format.ts';
import { FORMATS, formatOf } from '../ingest/formats/formats.ts';
import { IdKey } from '../ingest/formats/id-key.ts';
import { wishedDepartments } from '../ingest/mapping/new-departments-wish.ts';
import { ensureSite } from '../ingest/ensure-site.ts';
import { fileOnDisk, type SourceFile } from '../ingest/source-file.ts';
import { SOURCE_CODE } from '../ingest/source-code.ts';
import { type Directory, loadDirectory } from '../organisation/directory.ts';
import type { CommandContext } from './command-context.ts';
import { CommandRefused } from './command-trouble.ts';
import { type ImportFlags, importOptions } from './import-options.ts';
import { importProgress } from './import-progress.ts';
import { importSummary, readingPlan } from './import-summary.ts';
import { loadMapping, saveMapping } from './load-mapping.ts';
import { withThousands } from './text-table.ts';

/** `bedside import FILE`: the rows of a file go in, each once, and the operator learns what became of them. */
export function importCommand(context: CommandContext): Command {
  return importOptions(new Command('import').description('bring in the rows of a file')).action(
    async (path: string, flags: ImportFlags) => {
      if (!SOURCE_CODE.test(flags.source) || flags.source.length > 60) {
        throw new CommandRefused(
          '--source has to be a short name in letters, digits, dots, hyphens and underscores, like exit-survey.',
        );
      }
      const mapping = await loadMapping(flags);
      const result = await context.onDatabase((database, scope) =>
        importFile(context, database, scope, path, flags, mapping),
      );
      context.print(flags.json ? JSON.stringify(result) : importSummary(result, flags));
      if (context.signal.aborted)
        throw new CommandRefused(
          'Stopped before the end of the file. What is in stays in; run the same command again to go on.',
        );
      if (result.quarantined > 0) context.status = 2;
      if (result.quarantined > result.rejects.length && !flags.dryRun) {
        context.note('All reasons: npm run bedside -- quarantine');
      }
    },
  );
}

async function importFile(
  context: CommandContext,
  database: Database,
  scope: Scope,
  path: string,
  flags: ImportFlags,
  mapping: Mapping,
): Promise<IngestResultDto> {
  const { source, encoding, sheet, unfinished, dryRun } = flags;
  const directory = await database.inScope(scope, loadDirectory);
  const delimiter = flags.delimiter === undefined ? undefined : delimiterOf(flags.delimiter);
  const file = await fileOnDisk(path);
  const idKey = new IdKey(directory?.organisation.pseudonymKey);
  const mapped = await openMapped(file, {
    ...{
      format: await formatFor(context, file, flags),
      kind: flags.kind,
      mapping,
      encoding,
      delimiter,
      sheet,
      unfinished,
    },
    ...{ touchpoints: touchpointsOf(directory), idKey },
  });
  context.note(readingPlan(mapped));
  if (flags.saveMapping !== undefined) await saveMapping(flags.saveMapping, mapping);
  const { createDepartments, site, dates } = mapping;
  if (directory === null && !(createDepartments && site !== undefined)) {
    throw new CommandRefused(
      'Nothing is set up here yet. Name the site the rows belong to, with its time zone: --site north --zone Asia/Bangkok --create-departments.',
    );
  }
  if (createDepartments && site !== undefined) {
    const created = await ensureSite(database, scope, directory, { site, zone: dates?.zone, dryRun });
    if (created) context.note(`Set up the site ${site}.`);
    idKey.learn((await database.inScope(scope, loadDirectory))?.organisation.pseudonymKey);
  }
  const result = await withProgress(context, mapped, (chunks, onProgress) =>
    new IngestService(database, new Clock()).ingest(
      scope,
      { kind: mapped.sheets[0].kind, source, name: basename(path), way: 'command-line' },
      chunks,
      {
        dryRun,
        createDepartments: wishedDepartments(mapping),
        signal: context.signal,
        onProgress,
      },
    ),
  );
  for (const [reason, rows] of mapped.passedOver()) context.note(`Passed over ${withThousands(rows)} ${reason}.`);
  return result;
}

async function withProgress<Result>(
  { progressStream }: CommandContext,
  { bytes, candidates }: MappedFile,
  work: (chunks: ReturnType<MappedFile['candidates']>, onProgress: (rows: number) => void) => Promise<Result>,
): Promise<Result> {
  const progress = importProgress(bytes, progressStream);
  try {
    return await work(candidates(progress.bytesRead), progress.rowsDone);
  } finally {
    progress.stop();
  }
}

/** The format that was named, or the one that the file shows; whatever else it is, it is tried as a table. */
async function formatFor(
  { note }: CommandContext,
  file: SourceFile,
  { format: code, encoding, delimiter }: ImportFlags,
): Promise<Format> {
  const shown = formatOf(await fileHead(file, encoding));
  if (code === undefined) return (delimiter === undefined ? shown : undefined) ?? csv;
  const named = FORMATS.find((format) => format.code === code) ?? csv;
  if (shown !== undefined && shown !== named) {
    note(`${file.name} looks like ${shown.title}; it is read as ${named.title} because --format says so.`);
  }
  return named;
}

function touchpointsOf(directory: Directory | null): string[] {
  return (directory?.touchpoints ?? DEFAULT_TOUCHPOINTS).map(({ code }) => code);
}

function delimiterOf(flag: string): string {
  const delimiter = flag === '\\t' || flag === 'tab' ? '\t' : flag;
  if (delimiter.length !== 1 || delimiter === '"') {
    throw new CommandRefused('--delimiter has to be one character, or "tab".');
  }
  return delimiter;
}
