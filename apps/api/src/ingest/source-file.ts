import { type FileHandle, open, stat } from 'node:fs/promises';
import { UnreadableFile } from './unreadable-file.ts';

const PIECE_BYTES = 128 * 1024;

/** Bytes that can be read from their beginning as often as needed. */
export interface SourceFile {
  /** What people call it; messages name it so. */
  name: string;
  bytes: number;
  /** Its bytes in order. Each piece is valid until the next one is asked for. Throws `UnreadableFile`. */
  pieces(): AsyncIterable<Buffer>;
}

/** A file on disk. Throws `UnreadableFile` for one that is not there, is a folder, is empty or may not be read. */
export async function fileOnDisk(path: string, name = path): Promise<SourceFile> {
  const found = await stat(path).catch((error: unknown) => {
    throw unreadable(name, error);
  });
  if (found.size === 0 && found.isFile()) {
    throw new UnreadableFile(`${name} is empty. Send a line of column names, then a line for each row.`);
  }
  return { name, bytes: found.size, pieces: () => pieces(path, name) };
}

async function* pieces(path: string, name: string): AsyncGenerator<Buffer> {
  let file: FileHandle | undefined;
  try {
    file = await open(path);
    // One buffer for all pieces: decoding copies out of it, and memory outside the heap is given back late.
    const buffer = Buffer.allocUnsafe(PIECE_BYTES);
    for (let position = 0; ;) {
      const { bytesRead } = await file.read(buffer, 0, PIECE_BYTES, position);
      if (bytesRead === 0) return;
      position += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  } catch (error) {
    throw unreadable(name, error);
  } finally {
    await file?.close();
  }
}

function unreadable(name: string, error: unknown): unknown {
  if (typeof error !== 'object' || error === null || !('syscall' in error)) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return new UnreadableFile(`There is no file ${name}.`);
  if (code === 'EISDIR') return new UnreadableFile(`${name} is a folder. Name the file in it.`);
  if (code === 'EACCES') return new UnreadableFile(`${name} may not be read by this user.`);
  return new UnreadableFile(`${name} cannot be read: ${message}.`);
}
