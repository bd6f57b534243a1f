import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { UploadFolder } from '../uploads/upload-folder.ts';
import type { TakenFile } from './inbox-files.ts';

/** The database lives on the same disk, as a rule: it must not be a file that fills it. */
const LEFT_FREE = 256 * 1024 ** 2;

/** The disk is full; the file stays where it is until there is room. */
export class NoRoom extends Error {
  override readonly name = 'NoRoom';
}

/** Copies taken files to where imports read files from, which may be another disk. */
@Injectable()
export class CopyFile {
  constructor(private readonly uploads: UploadFolder) {}

  /** A copy that broke off is gone on with. Throws `NoRoom`. */
  async copy({ importId, path }: Pick<TakenFile, 'importId' | 'path'>, bytes: number): Promise<void> {
    const received = await this.uploads.received(importId);
    if (received >= bytes) return;
    if ((await this.uploads.free()) < bytes - received + LEFT_FREE) throw new NoRoom('there is no room for it');
    // Never through a link, and never waiting for somebody to write into a pipe.
    const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      const stream = file.createReadStream({ start: received, end: bytes - 1, autoClose: false });
      await this.uploads.append(importId, received, stream, bytes);
    } finally {
      await file.close();
    }
  }
}
