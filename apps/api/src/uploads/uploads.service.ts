import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import {
  BadRequestException,
  ConflictException,
  HttpException,
  Injectable,
  NotFoundException,
  PayloadTooLargeException,
} from '@nestjs/common';
import type { UploadDto, UploadsDto } from '#contracts/imports.dto.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import type { Sender } from './sender.ts';
import { OtherOffset, TooManyBytes, UploadFolder } from './upload-folder.ts';
import { FILES_EACH, KEPT_DAYS, LARGEST_PIECE } from './upload-limits.ts';
import { findUpload, keepUploadUntil, ownUploads, removeUpload, type StoredUpload } from './stored-uploads.query.ts';
import type { NewUploadDto } from './uploads.dto.ts';

const DAY_MS = 86_400_000;
/** The database lives on the same disk, as a rule: it must not be the file that fills it. */
const LEFT_FREE = 256 * 1024 ** 2;

/** Files that people send in pieces: what was answered is safe, and whatever broke off goes on where it was. */
@Injectable()
export class UploadsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly folder: UploadFolder,
  ) {}

  async begin({ scope, person }: Sender, { name, bytes }: NewUploadDto): Promise<UploadDto> {
    if ((await this.folder.free()) < bytes + LEFT_FREE) throw diskFull();
    const upload: StoredUpload = {
      id: randomUUID(),
      name: name.normalize('NFC'),
      bytes,
      keptUntil: this.keptUntil(),
      isBeingImported: false,
    };
    await this.database.inScope(scope, async (transaction) => {
      // Held, so that nobody passes the limit from two tabs at once.
      await transaction.query('select 1 from account where organisation_id = $1 and id = $2 for update', [
        ...[scope.organisationId, person.accountId],
      ]);
      const own = await ownUploads(transaction, person.accountId);
      if (own.length >= FILES_EACH) throw new ConflictException(ENOUGH_FILES);
      await transaction.query(
        `insert into upload (organisation_id, id, account_id, name, bytes, kept_until) values ($1, $2, $3, $4, $5, $6)`,
        [scope.organisationId, upload.id, person.accountId, upload.name, bytes, upload.keptUntil],
      );
    });
    return this.described(upload);
  }

  async list({ scope, person }: Sender): Promise<UploadsDto> {
    const own = await this.database.inScope(scope, (transaction) => ownUploads(transaction, person.accountId));
    return { uploads: await Promise.all(own.map((upload) => this.described(upload))) };
  }

  async describe(sender: Sender, id: string): Promise<UploadDto> {
    return this.described(await this.find(sender, id));
  }

  async append(sender: Sender, id: string, offset: number, piece: Readable): Promise<UploadDto> {
    try {
      const upload = await this.find(sender, id);
      await this.write(upload, offset, piece);
      const keptUntil = this.keptUntil();
      const isThere = await this.database.inScope(sender.scope, (transaction) =>
        keepUploadUntil(transaction, upload.id, keptUntil),
      );
      if (!isThere) throw unknown();
      return await this.described({ ...upload, keptUntil });
    } finally {
      // What still comes after a failure is let go by, so that the sender hears of it.
      piece.resume();
    }
  }

  async remove(sender: Sender, id: string): Promise<void> {
    const upload = await this.find(sender, id);
    const removed = await this.database.inScope(sender.scope, (transaction) => removeUpload(transaction, upload.id));
    if (!removed) throw new ConflictException(BEING_IMPORTED);
    await this.folder.remove(upload.id);
  }

  /** The file of an upload that this person may touch. */
  async find({ scope, person }: Sender, id: string): Promise<StoredUpload> {
    const owner = person.role === 'administrator' ? null : person.accountId;
    const found = await this.database.inScope(scope, (transaction) => findUpload(transaction, id.toLowerCase(), owner));
    if (found === undefined) throw unknown();
    return found;
  }

  private async write({ id, bytes }: StoredUpload, offset: number, piece: Readable): Promise<void> {
    const most = Math.min(bytes, offset + LARGEST_PIECE);
    try {
      await this.folder.append(id, offset, piece, most);
    } catch (error) {
      if (error instanceof OtherOffset) throw otherOffset(error.received);
      if (error instanceof TooManyBytes) throw new PayloadTooLargeException(most === bytes ? TOO_LONG : TOO_LARGE);
      if (isDiskFull(error)) throw diskFull();
      if (piece.readableAborted || piece.errored !== null) throw new BadRequestException(BROKE_OFF);
      throw error;
    }
  }

  private async described({ id, name, bytes, keptUntil }: StoredUpload): Promise<UploadDto> {
    return {
      ...{ id, name, bytes, pieceBytes: LARGEST_PIECE },
      received: Math.min(bytes, await this.folder.received(id)),
      keptUntil: keptUntil.toISOString(),
    };
  }

  private keptUntil(): Date {
    return new Date(this.clock.now() + KEPT_DAYS * DAY_MS);
  }
}

function isDiskFull(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code ?? '');
}

function diskFull(): HttpException {
  const message =
    'The disk that Bedside keeps files on is full. Nothing is lost: go on once whoever looks after it has made room.';
  return new HttpException({ statusCode: 507, message, error: 'Insufficient Storage' }, 507);
}

function otherOffset(received: number): ConflictException {
  const message = `The next piece begins at byte ${received}: send on from there.`;
  return new ConflictException({ statusCode: 409, message, error: 'Conflict', received });
}

const unknown = () => new NotFoundException('There is no such file here: begin to send it again.');
const ENOUGH_FILES = `You have ${FILES_EACH} files here that nobody has imported. Import or remove one of them first.`;
const BEING_IMPORTED = 'The file is being imported just now: stop the import first.';
const TOO_LONG = 'The piece goes beyond the end of the file: check that it is the same file as before.';
const TOO_LARGE = 'A piece may have at most 8 MB: send it in smaller ones.';
const BROKE_OFF = 'The piece broke off on its way: send on from `received`.';
