import { randomUUID } from 'node:crypto';
import type { Stats } from 'node:fs';
import { lstat, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Inject, Injectable, Logger, type OnApplicationShutdown, Optional } from '@nestjs/common';
import { HOME_SCOPE } from '../access/access.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { fileOnDisk } from '../ingest/source-file.ts';
import { MappingRefused } from '../ingest/mapping/mapping-refused.ts';
import { UnreadableFile } from '../ingest/unreadable-file.ts';
import type { ReadAs } from '../imports/read-as.ts';
import { ensureSite } from '../ingest/ensure-site.ts';
import { Jobs } from '../jobs/jobs.ts';
import { loadDirectory } from '../organisation/directory.ts';
import { removeUpload } from '../uploads/stored-uploads.query.ts';
import { UploadFolder } from '../uploads/upload-folder.ts';
import { CopyFile, NoRoom } from './copy-file.ts';
import { shownName, TAKEN_FOLDER, takenName, WAITING_FILE } from './file-names.ts';
import { HeldUpFiles } from './held-up-files.ts';
import { readingOf, type Said, saidOf } from './how-to-read.ts';
import { INBOX_FOLDER } from './inbox-folder.ts';
import { sourceFolders, type TakenFile, takenFiles, type WaitingFile, waitingFiles } from './inbox-files.ts';
import { findPrepared } from './prepared-file.query.ts';
import { isOver, putBack, setAside, settleFile } from './settle-file.ts';
import { StillFiles } from './still-files.ts';
import { beginInboxImport, findInboxImport } from './taken-import.query.ts';

const EVERY_MS = 2_000;

/**
 * Takes in the files that are put into the watched folder. A file that is whole is moved aside under the id its import
 * will have, which says in one step whose it is; everything after that is done again until it is done, whatever dies
 * meanwhile, and counts once. Any number of processes may watch the same folder.
 */
@Injectable()
export class Inbox implements OnApplicationShutdown {
  private readonly logger = new Logger('inbox');
  /** What waits for somebody. */
  readonly heldUp = new HeldUpFiles();
  private readonly still = new StillFiles();
  /** Files of no known system, and as of when: while nobody says how they are read, there is no use in looking again. */
  private readonly strange = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;
  private atWork: Promise<void> | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly uploads: UploadFolder,
    private readonly copies: CopyFile,
    @Optional() @Inject(INBOX_FOLDER) private readonly inbox?: string,
  ) {}

  /** Begins to watch, and goes on until the app is closed; nothing where there is no folder. */
  begin(): void {
    if (this.inbox !== undefined) this.timer = setInterval(() => void this.round(), EVERY_MS).unref();
  }

  /** Looks once at everything that lies there. A failure is written down, and the next look tries again. */
  async round(): Promise<void> {
    this.atWork ??= this.look().finally(() => {
      this.atWork = undefined;
    });
    await this.atWork;
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.atWork;
  }

  private async look(): Promise<void> {
    const seen = new Set<string>();
    try {
      for (const { source, folder } of await sourceFolders(this.inbox ?? '')) {
        for (const taken of await takenFiles(folder)) await this.tried(source, () => this.goOn(source, folder, taken));
        await this.tried(source, () => this.lookInto(source, folder, seen));
      }
      this.still.keepOnly(seen);
      this.heldUp.lookedThrough();
    } catch (error) {
      this.tell('the folder could not be looked at', error);
    }
  }

  /** What goes wrong with one file holds up no other. */
  private async tried(source: string, work: () => Promise<void>): Promise<void> {
    await work().catch((error: unknown) => this.tell(`a file of ${source} has to wait`, error));
  }

  private async lookInto(source: string, folder: string, seen: Set<string>): Promise<void> {
    const files = (await waitingFiles(folder)).filter((file) => {
      seen.add(file.path);
      return this.still.isStill(file.path, file, this.clock.now());
    });
    let waits = 0;
    for (const file of files) {
      await this.tried(source, async () => {
        if (!(await this.hasToWait(source, folder, file))) return this.take(source, folder, file);
        waits += 1;
        this.heldUp.add({ ...file, source, waitsFor: 'mapping' });
      });
    }
    const note = join(folder, WAITING_FILE);
    if (waits > 0) await writeFile(note, WAITING);
    else await rm(note, { force: true });
  }

  /** True while nobody has said how it is read; one that cannot be read at all is taken, and set aside with the reason. */
  private async hasToWait(source: string, folder: string, { path, name, changedMs }: WaitingFile): Promise<boolean> {
    return orElse(false, async () => {
      const said = await this.saidOf(source, folder);
      if (said !== null) return false;
      if (this.strange.get(path) === changedMs) return true;
      const isStrange = (await readingOf(await fileOnDisk(path, shownName(name)), null)) === null;
      if (isStrange) this.strange.set(path, changedMs);
      return isStrange;
    });
  }

  private async take(source: string, folder: string, { name, path }: WaitingFile): Promise<void> {
    const importId = randomUUID();
    await mkdir(join(folder, TAKEN_FOLDER), { recursive: true });
    const taken = join(folder, TAKEN_FOLDER, takenName(importId, name));
    await rename(path, taken);
    this.strange.delete(path);
    await this.goOn(source, folder, { importId, name: basename(taken).slice(37), path: taken });
  }

  /** Whatever is next for a taken file: its import is begun, or it is over and the file put where people find it. */
  private async goOn(source: string, folder: string, file: TakenFile): Promise<void> {
    const found = await this.database.inScope(HOME_SCOPE, (transaction) => findInboxImport(transaction, file.importId));
    if (found !== undefined) {
      if (!isOver(found)) return;
      if (found.state !== 'done') await this.letGoOfCopy(file);
      return settleFile(folder, file, found);
    }
    const look = await lstat(file.path);
    if (!look.isFile()) return setAside(folder, file, NO_FILE);
    const prepared = await this.database.inScope(HOME_SCOPE, (transaction) => findPrepared(transaction, file.importId));
    if (prepared !== undefined) return this.leaveToPerson(source, folder, file, prepared);
    const name = shownName(file.name);
    const reading = await orElse(
      (error) => error.message,
      async () => {
        const said = await this.saidOf(source, folder);
        return (await readingOf(await fileOnDisk(file.path, name), said)) ?? (said === null ? null : NO_KIND);
      },
    );
    // Whoever wanted to say how it is read has thrown it away: it waits as before.
    if (reading === null) return putBack(folder, file);
    if (typeof reading === 'string') return setAside(folder, file, reading);
    const missing = await orElse(
      (error) => error.message,
      () => this.nowhere(reading.readAs),
    );
    if (missing !== null) return setAside(folder, file, missing);
    await this.copyOrWait(source, file, look);
    const at = new Date(this.clock.now());
    const begun = { importId: file.importId, source, name, bytes: look.size, at, reading };
    await this.database.inScope(HOME_SCOPE, (transaction) => beginInboxImport(transaction, this.jobs, begun));
  }

  /** Why rows would belong nowhere; null once there is an organisation, which a mapping that names a site may set up. */
  private async nowhere({ mapping = {} }: ReadAs): Promise<string | null> {
    if ((await this.database.inScope(HOME_SCOPE, loadDirectory)) !== null) return null;
    const { createDepartments, site, dates } = mapping;
    if (!createDepartments || site === undefined) return NOTHING_SET_UP;
    await ensureSite(this.database, HOME_SCOPE, null, { site, zone: dates?.zone });
    return null;
  }

  private saidOf(source: string, folder: string): Promise<Said | null> {
    return this.database.inScope(HOME_SCOPE, (transaction) => saidOf(transaction, folder, source));
  }

  /** Somebody has it among their uploads to say how it is read; it is over with the import they begin. */
  private async leaveToPerson(
    source: string,
    folder: string,
    file: TakenFile,
    prepared: NonNullable<Awaited<ReturnType<typeof findPrepared>>>,
  ): Promise<void> {
    if ('open' in prepared) return this.copyOrWait(source, file, await lstat(file.path), prepared.open);
    if (isOver(prepared.ended)) await settleFile(folder, file, prepared.ended);
  }

  /** Copies it to where imports read files from; one that finds no room is told as waiting for it. */
  private async copyOrWait(source: string, file: TakenFile, look: Stats, bytes = look.size): Promise<void> {
    try {
      await this.copies.copy(file, bytes);
    } catch (error) {
      if (error instanceof NoRoom) {
        this.heldUp.add({ ...file, source, bytes, changedMs: look.mtimeMs, waitsFor: 'room' });
      }
      throw error;
    }
  }

  /** What did not come in whole is kept where people find it, and not twice. */
  private async letGoOfCopy({ importId }: TakenFile): Promise<void> {
    await this.database.inScope(HOME_SCOPE, (transaction) => removeUpload(transaction, importId));
    await this.uploads.remove(importId);
  }

  private tell(what: string, error: unknown): void {
    const { name, code } = error as NodeJS.ErrnoException;
    this.logger.warn(`${what}: ${[name, code].join(' ')}`);
  }
}

/** What is wrong with a file or its mapping is said, or stands for something; anything else is thrown. */
async function orElse<Result, Else>(
  otherwise: Else | ((error: Error) => Else),
  work: () => Promise<Result>,
): Promise<Result | Else> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UnreadableFile || error instanceof MappingRefused)) throw error;
    return typeof otherwise === 'function' ? (otherwise as (error: Error) => Else)(error) : otherwise;
  }
}

const WAITING = [
  'Nobody has said yet how files of this source are read.',
  'They are listed in Bedside under Imports: choose the mapping of one there, and what you agree to holds for the others, which',
  'are taken at once. Or put a mapping.json here; docs/importing.md says how.',
  '',
].join('\n');
const NOTHING_SET_UP = 'Nothing is set up in Bedside yet: set up your sites and departments first.';
const NO_FILE = 'It is no plain file: put the file itself there.';
const NO_KIND =
  'Say with "kind" in mapping.json what its rows are, such as survey-responses; docs/importing.md says how.';
