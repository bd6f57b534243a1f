import { describe, expect, it } from '@jest/globals';
import type { UploadDto } from '#contracts/imports.dto.ts';
import { ApiFailure } from '../../../api/api-failure.ts';
import { mayPass, type PieceDoor, sendPieces, waitAfter } from './send-pieces.ts';

const MIB = 1024 * 1024;

/** A door that has so much already, and that answers some pieces in its own way. */
function doorWith(bytes: number, received: number, trouble: (piece: number, from: number) => void = () => undefined) {
  const upload: UploadDto = { id: 'u', name: 'a.csv', bytes, received, pieceBytes: MIB, keptUntil: '' };
  const heard = { pieces: [] as [number, number][], waits: [] as number[], looks: 0, progress: [] as number[] };
  let clock = 0;
  const door: PieceDoor = {
    put: (from, to) => {
      heard.pieces.push([from, to]);
      clock += 1000;
      trouble(heard.pieces.length, from);
      upload.received = to;
      return Promise.resolve({ ...upload });
    },
    look: () => {
      heard.looks += 1;
      return Promise.resolve({ ...upload });
    },
    wait: () => Promise.resolve(),
    now: () => clock,
  };
  const send = (signal = new AbortController().signal) =>
    sendPieces(
      { ...upload },
      door,
      {
        onProgress: ({ received: there }) => heard.progress.push(there),
        onTrouble: (ms) => heard.waits.push(ms),
      },
      signal,
    );
  return { heard, upload, send };
}

describe('sending a file in pieces', () => {
  it('sends all of it, in order and without a gap', async () => {
    const { heard, send } = doorWith(1_500_000, 0);
    expect((await send()).received).toBe(1_500_000);
    expect(heard.pieces[0]).toEqual([0, MIB / 2]);
    expect(heard.pieces.slice(1).every(([from], index) => from === heard.pieces[index]?.[1])).toBe(true);
    expect(heard.progress.at(-1)).toBe(1_500_000);
  });

  it('goes on where it was', async () => {
    const { heard, send } = doorWith(1000, 400);
    await send();
    expect(heard.pieces).toEqual([[400, 1000]]);
  });

  it('asks what is there when the net broke, and waits longer each time', async () => {
    const { heard, upload, send } = doorWith(1000, 0, (piece, from) => {
      if (piece > 3) return;
      // The last one arrived, though its answer did not.
      if (piece === 3) upload.received = from + 600;
      throw new ApiFailure(0, []);
    });
    await send();
    expect(heard.waits).toEqual([1000, 2000, 4000]);
    expect(heard.looks).toBe(3);
    expect(heard.pieces.at(-1)).toEqual([600, 1000]);
  });

  it('takes a wrong offset for what it is: somebody else sent that piece', async () => {
    const { heard, upload, send } = doorWith(1000, 0, (piece) => {
      if (piece > 1) return;
      upload.received = 700;
      throw new ApiFailure(409, ['offset must be 700']);
    });
    await send();
    expect(heard.waits).toEqual([]);
    expect(heard.pieces).toEqual([
      [0, 1000],
      [700, 1000],
    ]);
  });

  it('waits as long as it is told to', async () => {
    const { heard, send } = doorWith(10, 0, (piece) => {
      if (piece === 1) throw new ApiFailure(429, [], null, 7);
    });
    await send();
    expect(heard.waits).toEqual([7000]);
  });

  it('ends with a refusal', async () => {
    const refusal = new ApiFailure(404, ['There is no such upload.']);
    const { send } = doorWith(10, 0, () => {
      throw refusal;
    });
    await expect(send()).rejects.toBe(refusal);
  });

  it('ends when it is told to, also while it waits', async () => {
    const stop = new AbortController();
    const { heard, send } = doorWith(10, 0, () => {
      stop.abort();
      throw new ApiFailure(0, []);
    });
    await expect(send(stop.signal)).rejects.toThrow();
    expect(heard.waits).toEqual([]);
  });

  it.each([
    [1, 1000],
    [2, 2000],
    [5, 16_000],
    [6, 30_000],
    [40, 30_000],
  ])('after %d failures it waits %d ms', (failures, ms) => {
    expect(waitAfter(failures)).toBe(ms);
  });

  it('knows what may pass', () => {
    expect([0, 429, 500, 503].map((status) => mayPass(new ApiFailure(status, [])))).toEqual([true, true, true, true]);
    expect([400, 404, 413].map((status) => mayPass(new ApiFailure(status, [])))).toEqual([false, false, false]);
    expect(mayPass(new TypeError('no'))).toBe(false);
  });
});
