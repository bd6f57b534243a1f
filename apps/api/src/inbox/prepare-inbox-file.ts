import { lstat, mkdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ConflictException, HttpException, Injectable, NotFoundException } from '@nestjs/common';
import type { InboxFilesDto, UploadDto } from '#contracts/imports.dto.ts';
import { HOME_SCOPE } from '../access/access.ts';
import type { Scope } from '../database/scope.ts';
import type { Sender } from '../uploads/sender.ts';
import { OtherOffset } from '../uploads/upload-folder.ts';
import { UploadsService } from '../uploads/uploads.service.ts';
import { CopyFile, NoRoom } from './copy-file.ts';
import { shownName, TAKEN_FOLDER, takenName } from './file-names.ts';
import { Inbox } from './inbox.ts';
import { putBack } from './settle-file.ts';

/** Files of the watched folder that wait for somebody: told, and handed to whoever wants to say how one is read. */
@Injectable()
export class PrepareInboxFile {
  constructor(
    private readonly inbox: Inbox,
    private readonly uploads: UploadsService,
    private readonly copies: CopyFile,
  ) {}

  list({ organisationId }: Scope): InboxFilesDto {
    if (organisationId !== HOME_SCOPE.organisationId) return { files: [] };
    const files = this.inbox.heldUp.all().map(({ source, name, bytes, changedMs, waitsFor }) => ({
      ...{ source, name: shownName(name), bytes, waitsFor },
      since: new Date(changedMs).toISOString(),
    }));
    return { files: files.sort((one, other) => (one.since < other.since ? -1 : 1)) };
  }

  /**
   * Moves the file aside and puts it among this person's uploads, where its mapping is chosen; with the import they begin
   * it is done with, and it goes back to wait where they throw it away.
   */
  async prepare(sender: Sender, source: string, name: string): Promise<UploadDto> {
    const isHome = sender.scope.organisationId === HOME_SCOPE.organisationId;
    const file = isHome ? this.inbox.heldUp.find(source, name) : undefined;
    if (file?.waitsFor !== 'mapping') throw new NotFoundException(NOT_WAITING);
    const upload = await this.uploads.begin(sender, { name: shownName(file.name), bytes: file.bytes });
    const folder = dirname(file.path);
    const taken = join(folder, TAKEN_FOLDER, takenName(upload.id, file.name));
    try {
      await mkdir(join(folder, TAKEN_FOLDER), { recursive: true });
      await rename(file.path, taken);
      const look = await lstat(taken);
      if (!look.isFile() || look.size !== file.bytes) {
        await putBack(folder, { importId: upload.id, name: file.name, path: taken });
        throw new ConflictException(BEING_WRITTEN);
      }
      await this.copies.copy({ importId: upload.id, path: taken }, file.bytes);
    } catch (error) {
      // The watch copies what is moved, and may have been quicker; what could not be moved is nobody's upload.
      if (error instanceof OtherOffset) return this.uploads.describe(sender, upload.id);
      if (!(error instanceof NoRoom)) await this.uploads.remove(sender, upload.id);
      throw inWords(error);
    }
    return this.uploads.describe(sender, upload.id);
  }
}

function inWords(error: unknown): unknown {
  if (error instanceof NoRoom) return new HttpException({ statusCode: 507, message: NO_ROOM }, 507);
  return (error as NodeJS.ErrnoException).code === 'ENOENT' ? new NotFoundException(NOT_WAITING) : error;
}

const NOT_WAITING = 'This file does not wait for a mapping any more: perhaps somebody has just chosen one for it.';
const BEING_WRITTEN = 'This file is still being written: choose its mapping once it is there as a whole.';
const NO_ROOM =
  'The disk that Bedside keeps files on is full. Go on with this file under what was begun, once there is room again.';
