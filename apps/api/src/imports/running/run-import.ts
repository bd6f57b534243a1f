import { HttpException, Injectable } from '@nestjs/common';
import { DEFAULT_TOUCHPOINTS } from '#domain/touchpoint.ts';
import { wholeOf } from '../../access/access.ts';
import { Database } from '../../database/database.ts';
import type { Scope } from '../../database/scope.ts';
import { ensureSite } from '../../ingest/ensure-site.ts';
import { IngestService } from '../../ingest/ingest.service.ts';
import { IdKey } from '../../ingest/formats/id-key.ts';
import { wishedDepartments } from '../../ingest/mapping/new-departments-wish.ts';
import { MappingRefused } from '../../ingest/mapping/mapping-refused.ts';
import { type MappedFile, openMapped } from '../../ingest/mapping/mapped-file.ts';
import { IngestTally } from '../../ingest/running/ingest-tally.ts';
import { UnreadableFile } from '../../ingest/unreadable-file.ts';
import type { JobData } from '../../jobs/queues.ts';
import { loadDirectory } from '../../organisation/directory.ts';
import { UploadFolder } from '../../uploads/upload-folder.ts';
import { formatOfFile } from '../file-format.ts';
import { EndImport } from './end-import.ts';
import { Heartbeat } from './import-progress.ts';
import { stoppable } from './stoppable-file.ts';
import type { TakenImport } from './take-import.query.ts';
import { whenFree } from './when-free.ts';

/** A file at which workers keep dying is given up after so many tries of which nothing came. */
const TRIES = 50;

/** Brings in the rows of an uploaded file; any worker goes on with it where the last one was. */
@Injectable()
export class RunImport {
  constructor(
    private readonly database: Database,
    private readonly ingest: IngestService,
    private readonly folder: UploadFolder,
    private readonly ending: EndImport,
  ) {}

  async run({ organisationId, importId }: JobData['import'], processEnds: AbortSignal): Promise<void> {
    const work = { from: ['waiting', 'running'], as: 'running' } as const;
    await whenFree(this.database, wholeOf(organisationId), importId, work, processEnds, (taken, holder) =>
      this.drive(scopeOf(organisationId, taken), taken, holder, processEnds),
    );
  }

  private async drive(scope: Scope, taken: TakenImport, holder: string, processEnds: AbortSignal): Promise<void> {
    const tally = new IngestTally();
    const at = { bytesRead: 0, begun: false };
    const heartbeat = new Heartbeat(this.database, scope, { importId: taken.id, holder }, processEnds, () => {
      const { rejects: _, ...counts } = tally.result();
      return at.begun ? { bytesRead: at.bytesRead, counts } : {};
    }).begin();
    const end = (how: Parameters<EndImport['end']>[3], mapped?: MappedFile): Promise<void> =>
      this.ending.end(scope, taken, holder, how, tally, mapped);
    try {
      if (taken.tries > TRIES) return await end({ state: 'failed', failure: GIVEN_UP });
      const mapped = await this.open(scope, taken, heartbeat.signal);
      at.begun = true;
      await this.takeIn(scope, taken, mapped, {
        ...{ tally, holder, signal: heartbeat.signal },
        onRead: (bytes) => (at.bytesRead = bytes),
      });
      if (!heartbeat.signal.aborted) return await end({ state: 'done' }, mapped);
      if (heartbeat.stopAsked) return await end({ state: 'stopped' }, mapped);
      heartbeat.check();
    } catch (error) {
      if (heartbeat.stopAsked) return await end({ state: 'stopped' });
      if (heartbeat.signal.aborted) throw heartbeat.signal.reason;
      const failure = inWords(error);
      if (failure === undefined) throw error;
      await end({ state: 'failed', failure });
    } finally {
      await heartbeat.end();
    }
  }

  /** Reads the file through once, so that one that cannot be read is refused before its first row goes in. */
  private async open(scope: Scope, taken: TakenImport, signal: AbortSignal): Promise<MappedFile> {
    const { uploadId, name, readAs, kind, dryRun } = taken;
    const { mapping = {} } = readAs;
    if (uploadId === null) throw new UnreadableFile(GONE);
    if ((await this.folder.received(uploadId)) === 0) throw new UnreadableFile(GONE);
    const file = stoppable(await this.folder.source(uploadId, name), signal);
    const directory = await this.database.inScope(scope, loadDirectory);
    const idKey = new IdKey(directory?.organisation.pseudonymKey);
    const { format, encoding } = await formatOfFile(file, readAs);
    const mapped = await openMapped(file, {
      ...{ ...readAs, format, encoding, mapping },
      ...{ kind: await settledKind(), idKey },
      touchpoints: (directory?.touchpoints ?? DEFAULT_TOUCHPOINTS).map(({ code }) => code),
    });
    const { createDepartments, site, dates } = mapping;
    if (createDepartments && site !== undefined) {
      await ensureSite(this.database, scope, directory, { site, zone: dates?.zone, dryRun });
      const known = await this.database.inScope(scope, loadDirectory);
      idKey.learn(known?.organisation.pseudonymKey);
    }
    return mapped;

    /** Where the format tells what its rows are, it is not told again. */
    async function settledKind() {
      const { sheets } = await format.open(file, { ...readAs, encoding });
      return sheets[0]?.kind === undefined ? kind : undefined;
    }
  }

  private async takeIn(
    scope: Scope,
    { id, kind, source, name, dryRun, readAs }: TakenImport,
    mapped: MappedFile,
    { onRead, ...options }: { tally: IngestTally; holder: string; signal: AbortSignal; onRead(bytes: number): void },
  ): Promise<void> {
    await this.ingest.ingest(scope, { kind, source, name, way: 'upload' }, mapped.candidates(onRead), {
      ...options,
      importId: id,
      dryRun,
      createDepartments: wishedDepartments(readAs.mapping ?? {}),
      goesOn: () => true,
    });
  }
}

/** Whoever asked for it is who does it, also on the trail. */
function scopeOf(organisationId: string, { startedBy, startedById }: TakenImport): Scope {
  if (startedBy === null) return wholeOf(organisationId);
  return wholeOf(organisationId, { kind: 'person', id: startedById, name: startedBy, address: null });
}

/** What people are told where the file or its mapping is at fault; undefined for anything else, which is tried again. */
function inWords(error: unknown): string | undefined {
  if (error instanceof UnreadableFile || error instanceof MappingRefused) return error.message;
  if (error instanceof HttpException && error.getStatus() < 500) return error.message;
  return undefined;
}

const GONE = 'The file is not here any more. Send it again.';
const GIVEN_UP =
  'Bedside kept breaking off at the same place of this file and has given it up. What is in stays in and can be undone. ' +
  'Tell whoever looks after Bedside: the log says why.';
