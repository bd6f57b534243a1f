import { randomUUID } from 'node:crypto';
import { BadRequestException, ConflictException, Injectable, NotFoundException } from '@nestjs/common';
import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import type { ImportDto, ImportsDto } from '#contracts/imports.dto.ts';
import { Clock } from '../clock/clock.ts';
import { Database, type Transaction } from '../database/database.ts';
import type { Scope } from '../database/scope.ts';
import { ensureSource, findSource, OWN_SOURCE } from '../facts/source.ts';
import type { Mapping } from '../ingest/mapping/mapping.ts';
import { closeBrokenOff } from '../ingest/running/broken-off.ts';
import { Jobs } from '../jobs/jobs.ts';
import type { Sender } from '../uploads/sender.ts';
import type { StoredUpload } from '../uploads/stored-uploads.query.ts';
import { describeImport, whyNotUndone } from './describe-import.ts';
import { FilesToImport } from './files-to-import.ts';
import type { ImportsQueryDto, NewImportDto } from './imports.dto.ts';
import { isOfFile } from './is-of-file.ts';
import type { ReadAs } from './read-as.ts';
import { refusalCounts, storedImport, storedImports, type StoredImport } from './stored-imports.query.ts';

/** Files whose rows come in while nobody has to wait for it: begun, looked at, stopped and undone. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly files: FilesToImport,
  ) {}

  async begin(sender: Sender, wish: NewImportDto): Promise<ImportDto> {
    const { source, sourceName, mapping, dryRun = false } = wish;
    if (source === OWN_SOURCE) throw new BadRequestException(OWN);
    const readAs = this.files.readAsOf(wish, mapping);
    const { upload, kind } = await this.files.open(sender, wish.uploadId, readAs, wish.kind);
    if (kind === undefined) throw new BadRequestException('kind must say what the rows of the file are');
    const id = randomUUID();
    return this.database.inScope(sender.scope, async (transaction) => {
      const sourceId = await sourceOf(transaction, source, sourceName);
      await refuseWhileImported(transaction, upload);
      await insertImport(transaction, { id, sourceId, kind, upload, dryRun, readAs, sender, at: this.now() });
      await this.jobs.send(transaction, 'import', { organisationId: sender.scope.organisationId, importId: id });
      return this.describe(transaction, await held(transaction, id));
    });
  }

  async list(scope: Scope, asked: ImportsQueryDto): Promise<ImportsDto> {
    const look = () => this.database.inScope(scope, (transaction) => storedImports(transaction, asked));
    let found = await look();
    const going = found.filter(({ state }) => state === 'running').map(({ id }) => id);
    if ((await closeBrokenOff(this.database, scope.organisationId, going)) > 0) found = await look();
    const shown = found.slice(0, asked.limit);
    return {
      imports: shown.map((stored) => describeImport(stored, this.clock.now(), stored.refusals)),
      next: found.length > shown.length ? (shown.at(-1)?.id ?? null) : null,
    };
  }

  async find(scope: Scope, id: string): Promise<ImportDto> {
    await closeBrokenOff(this.database, scope.organisationId, [id]);
    return this.database.inScope(scope, async (transaction) => {
      const stored = await storedImport(transaction, id.toLowerCase());
      if (stored === undefined) throw unknown();
      return this.describe(transaction, stored);
    });
  }

  /** Asks it to end; what is in by then stays, and can be undone. One that has ended stays as it is. */
  stop(scope: Scope, id: string): Promise<ImportDto> {
    return this.database.inScope(scope, async (transaction) => {
      const stored = await held(transaction, id);
      if (stored.state === 'running' && !isOfFile(stored)) throw new ConflictException(NOT_OURS);
      const { organisationId } = scope;
      if (stored.state === 'waiting') {
        await transaction.query(
          `update import set state = 'stopped', finished_at = $3 where organisation_id = $1 and id = $2`,
          [organisationId, stored.id, this.now()],
        );
      } else if (stored.state === 'running') {
        await transaction.query('update import set stop_asked = true where organisation_id = $1 and id = $2', [
          ...[organisationId, stored.id],
        ]);
      }
      return this.describe(transaction, await held(transaction, id));
    });
  }

  /** Has it taken out again as a whole, with every number it is part of. */
  async undo({ scope, person }: Sender, id: string): Promise<ImportDto> {
    await closeBrokenOff(this.database, scope.organisationId, [id]);
    return this.database.inScope(scope, async (transaction) => {
      const stored = await held(transaction, id);
      if (stored.state !== 'undoing') {
        const why = whyNotUndone(stored, this.clock.now());
        if (why !== undefined) throw new ConflictException(why);
        const { organisationId } = scope;
        await transaction.query(
          `update import set state = 'undoing', holder = null, held_until = null, stop_asked = false where organisation_id = $1 and id = $2`,
          [organisationId, stored.id],
        );
        const job = { organisationId, importId: stored.id, by: person.accountId };
        await this.jobs.send(transaction, 'undo-import', job);
      }
      return this.describe(transaction, await held(transaction, id));
    });
  }

  private async describe(transaction: Transaction, stored: StoredImport): Promise<ImportDto> {
    const refusals = stored.dryRun ? stored.refusals : await refusalCounts(transaction, stored.id);
    return describeImport(stored, this.clock.now(), refusals);
  }

  private now(): Date {
    return new Date(this.clock.now());
  }
}

async function held(transaction: Transaction, id: string): Promise<StoredImport> {
  const stored = await storedImport(transaction, id.toLowerCase(), true);
  if (stored === undefined) throw unknown();
  return stored;
}

async function sourceOf(transaction: Transaction, code: string, name: string | undefined): Promise<string> {
  const known = await findSource(transaction, code);
  if (known !== undefined) return known;
  const id = await ensureSource(transaction, code);
  const plain = name?.normalize('NFC').trim();
  if (plain) {
    await transaction.query('update source set name = $3 where organisation_id = $1 and id = $2', [
      ...[transaction.scope.organisationId, id, plain],
    ]);
  }
  return id;
}

/** The same file twice at once would be two imports of the same rows. */
async function refuseWhileImported({ query, scope }: Transaction, { id }: StoredUpload): Promise<void> {
  const kept = await query('select 1 from upload where organisation_id = $1 and id = $2 for update', [
    ...[scope.organisationId, id],
  ]);
  if (kept.length === 0) throw new NotFoundException('There is no such file here: begin to send it again.');
  const [other] = await query(
    `select 1 from import where organisation_id = $1 and upload_id = $2 and state in ('waiting', 'running') limit 1`,
    [scope.organisationId, id],
  );
  if (other !== undefined) throw new ConflictException('The file is being read just now: stop that first.');
}

interface NewImport {
  id: string;
  sourceId: string;
  kind: FactKind;
  upload: StoredUpload;
  dryRun: boolean;
  readAs: ReadAs & { mapping?: Mapping };
  sender: Sender;
  at: Date;
}

const INSERT_SQL = `insert into import (organisation_id, id, source_id, kind, name, started_at, way, state, dry_run,
  bytes, bytes_read, started_by, started_by_id, upload_id, options)
values ($1, $2, $3, $4, $5, $6, 'upload', 'waiting', $7, $8, 0, $9, $10, $11, $12)`;

async function insertImport(
  { query, scope }: Transaction,
  { id, sourceId, kind, upload, dryRun, readAs, sender, at }: NewImport,
): Promise<void> {
  await query(INSERT_SQL, [
    ...[scope.organisationId, id, sourceId, kind, upload.name, at, dryRun, upload.bytes],
    ...[sender.person.name, sender.person.accountId, upload.id, JSON.stringify(readAs)],
  ]);
}

const unknown = () => new NotFoundException('There is no such import.');
const OWN = 'source must be another one: this stands for what people enter in Bedside itself';
const NOT_OURS = 'These rows are being sent by a machine or a command: stop it there.';
