import { constants } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, stat, statfs, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { isUuid } from '../database/scope.ts';
import { fileOnDisk, type SourceFile } from '../ingest/source-file.ts';

/** Names the folder that uploaded files are kept in, which whoever creates the app provides. */
export const UPLOADS_FOLDER = Symbol('where uploaded files are kept');

/** A piece that begins elsewhere than where the bytes that are here end. */
export class OtherOffset extends Error {
  constructor(readonly received: number) {
    super('the piece begins elsewhere');
  }
}

/** A piece that is longer than what is still to come. */
export class TooManyBytes extends Error {}

/** The bytes of uploaded files, each a file that nobody but Bedside's own user may read. */
@Injectable()
export class UploadFolder {
  constructor(@Optional() @Inject(UPLOADS_FOLDER) private readonly folder?: string) {}

  /** How many bytes of a file are here and will still be after a crash. */
  async received(id: string): Promise<number> {
    const file = await open(this.pathOf(id), 'r+').catch(unlessMissing);
    if (file === undefined) return 0;
    try {
      await file.sync();
      return (await file.stat()).size;
    } finally {
      await file.close();
    }
  }

  /**
   * Puts a piece behind what is here and returns once it is safe. A piece that breaks off leaves its beginning, which is
   * as good as a shorter one; the same piece from two senders is written twice to the same place.
   */
  async append(id: string, offset: number, piece: Readable, bytes: number): Promise<void> {
    const file = await this.openToWrite(id);
    try {
      const { size } = await file.stat();
      if (size !== offset) throw new OtherOffset(size);
      let position = offset;
      for await (const chunk of piece.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
        if (position + chunk.length > bytes) throw new TooManyBytes();
        await writeAll(file, chunk, position);
        position += chunk.length;
      }
    } finally {
      await file.sync().finally(() => file.close());
    }
  }

  /** The whole file, to be read from its beginning as often as needed. Throws `UnreadableFile`. */
  source(id: string, name: string): Promise<SourceFile> {
    return fileOnDisk(this.pathOf(id), name);
  }

  async remove(id: string): Promise<void> {
    await unlink(this.pathOf(id)).catch(unlessMissing);
  }

  /** Bytes that the disk still has room for. */
  async free(): Promise<number> {
    await this.ensureFolder();
    const { bavail, bsize } = await statfs(this.home);
    return bavail * bsize;
  }

  /** Files that nobody has written to since. */
  async untouchedSince(instant: number): Promise<string[]> {
    const names = (await readdir(this.home).catch(unlessMissing)) ?? [];
    const old: string[] = [];
    for (const name of names.filter(isUuid)) {
      const found = await stat(join(this.home, name)).catch(unlessMissing);
      if (found !== undefined && found.mtimeMs < instant) old.push(name);
    }
    return old;
  }

  private async openToWrite(id: string): Promise<FileHandle> {
    const path = this.pathOf(id);
    const known = await open(path, 'r+').catch(unlessMissing);
    if (known !== undefined) return known;
    await this.ensureFolder();
    const file = await open(path, constants.O_RDWR | constants.O_CREAT, 0o600);
    // A name is safe once its folder is.
    const folder = await open(this.home, 'r');
    await folder.sync().finally(() => folder.close());
    return file;
  }

  private async ensureFolder(): Promise<void> {
    await mkdir(this.home, { recursive: true, mode: 0o700 });
  }

  private pathOf(id: string): string {
    if (!isUuid(id)) throw new Error('the id of an upload is a lower-case uuid');
    return join(this.home, id);
  }

  private get home(): string {
    if (this.folder === undefined) throw new Error('nobody has said where uploaded files are kept');
    return this.folder;
  }
}

async function writeAll(file: FileHandle, chunk: Buffer, at: number): Promise<void> {
  for (let done = 0; done < chunk.length;) {
    done += (await file.write(chunk, done, chunk.length - done, at + done)).bytesWritten;
  }
}

function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
