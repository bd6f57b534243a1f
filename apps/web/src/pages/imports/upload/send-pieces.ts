import type { UploadDto } from '#contracts/imports.dto.ts';
import { ApiFailure } from '../../../api/api-failure.ts';
import { type Pace, paceAfter, pieceBytes, secondsFor } from './upload-pace.ts';

/** What sending pieces needs of the world around it. */
export interface PieceDoor {
  put(from: number, to: number, signal: AbortSignal): Promise<UploadDto>;
  /** What is there already, asked after something went wrong. */
  look(signal: AbortSignal): Promise<UploadDto>;
  wait(ms: number, signal: AbortSignal): Promise<void>;
  now(): number;
}

/** What is heard of an upload on its way. */
export interface PieceNews {
  onProgress(upload: UploadDto, secondsLeft: number | null): void;
  /** The net broke, or Bedside is not there: it is tried again after so many milliseconds. */
  onTrouble(waitMs: number): void;
}

const LONGEST_WAIT_MS = 30_000;

/** How long to wait after so many failures in a row: 1, 2, 4, 8, 16 and then 30 seconds. */
export const waitAfter = (failures: number): number => Math.min(LONGEST_WAIT_MS, 1_000 * 2 ** (failures - 1));

/** True for what may go away by itself: no net, a restart, too much at once. */
export const mayPass = (error: unknown): boolean =>
  error instanceof ApiFailure && (error.status === 0 || error.status === 429 || error.status >= 500);

/**
 * Sends what is missing of a file, piece by piece, until all is there. What breaks off is asked for and gone on with, for
 * as long as it takes; only a refusal, or the signal, ends it before.
 */
export async function sendPieces(
  begun: UploadDto,
  door: PieceDoor,
  news: PieceNews,
  signal: AbortSignal,
): Promise<UploadDto> {
  let upload = begun;
  let pace: Pace = 0;
  let failures = 0;
  while (upload.received < upload.bytes) {
    const { received: from } = upload;
    try {
      if (failures > 0) upload = await door.look(signal);
      if (upload.received < upload.bytes) {
        const size = pieceBytes(pace, upload.bytes - upload.received, upload.pieceBytes);
        const began = door.now();
        upload = await door.put(upload.received, upload.received + size, signal);
        pace = paceAfter(pace, size, door.now() - began);
      }
      if (upload.received > from) failures = 0;
      news.onProgress(upload, secondsFor(pace, upload.bytes - upload.received));
    } catch (error) {
      signal.throwIfAborted();
      failures += 1;
      const conflict = error instanceof ApiFailure && error.status === 409;
      if (!conflict && !mayPass(error)) throw error;
      const ms = error instanceof ApiFailure && error.waitSeconds ? error.waitSeconds * 1_000 : waitAfter(failures);
      if (!conflict || failures > 1) {
        news.onTrouble(ms);
        await door.wait(ms, signal);
      }
    }
  }
  return upload;
}
