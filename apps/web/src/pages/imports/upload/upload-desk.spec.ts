import { describe, expect, it, jest } from '@jest/globals';
import type { UploadDto } from '#contracts/imports.dto.ts';
import { ApiFailure } from '../../../api/api-failure.ts';
import { type DeskDoor, openDesk } from './upload-desk.ts';

const FILE = new File(['0123456789'], 'a.csv');

/** A desk before a door that keeps what it is given, and whose answers to pieces can be spoiled. */
function deskWith(spoil: (piece: number) => Promise<void> | void = () => undefined) {
  const kept: UploadDto = { id: 'u', name: 'a.csv', bytes: 10, received: 0, pieceBytes: 4, keptUntil: '' };
  const heard = { text: '', pieces: 0, dropped: [] as string[] };
  const door: DeskDoor = {
    begin: () => Promise.resolve({ ...kept }),
    put: async (_id, offset, piece) => {
      heard.pieces += 1;
      await spoil(heard.pieces);
      heard.text = heard.text.slice(0, offset) + (await piece.text());
      kept.received = heard.text.length;
      return { ...kept };
    },
    look: () => Promise.resolve({ ...kept }),
    drop: (id) => {
      heard.dropped.push(id);
      return Promise.resolve();
    },
    now: () => Date.now(),
  };
  const desk = openDesk(door);
  const stateOf = (): string | undefined => desk.sendings.value.get('u')?.state;
  const until = async (state: string): Promise<void> => {
    while (stateOf() !== state) await new Promise((resolve) => setTimeout(resolve, 1));
  };
  return { desk, heard, kept, stateOf, until };
}

describe('the desk that sends files', () => {
  it('sends all of a file and says that it is here', async () => {
    const { desk, heard, until } = deskWith();
    await desk.begin(FILE);
    await until('here');
    expect(heard.text).toBe('0123456789');
    expect(desk.sendings.value.get('u')?.upload.received).toBe(10);
    expect(desk.queued.value).toBe(0);
  });

  it('pauses and goes on where it was', async () => {
    let hold: () => void = () => undefined;
    const { desk, heard, until, stateOf } = deskWith((piece) =>
      piece === 2
        ? new Promise((_resolve, reject) => {
            hold = () => {
              reject(new Error('aborted'));
            };
          })
        : undefined,
    );
    await desk.begin(FILE);
    while (heard.pieces < 2) await new Promise((resolve) => setTimeout(resolve, 1));
    desk.pause('u');
    hold();
    expect(stateOf()).toBe('paused');
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect([stateOf(), heard.text]).toEqual(['paused', '0123']);
    desk.goOn('u');
    await until('here');
    expect(heard.text).toBe('0123456789');
  });

  it('waits when the net breaks, and tries at once when told to', async () => {
    const { desk, heard, until } = deskWith((piece) => {
      if (piece === 2) throw new ApiFailure(0, []);
    });
    const now = jest.spyOn(Date, 'now').mockReturnValue(5000);
    await desk.begin(FILE);
    await until('waiting');
    expect(desk.sendings.value.get('u')?.retryAt).toBe(6000);
    now.mockRestore();
    desk.goOn('u');
    await until('here');
    expect(heard.text).toBe('0123456789');
  });

  it('keeps a refusal, and begins again when told to', async () => {
    const { desk, until } = deskWith((piece) => {
      if (piece === 1) throw new ApiFailure(400, ['Too much.']);
    });
    await desk.begin(FILE);
    await until('failed');
    expect(desk.sendings.value.get('u')?.error).toBeInstanceOf(ApiFailure);
    desk.goOn('u');
    await until('here');
  });

  it('throws away what is not wanted any more', async () => {
    const { desk, heard, until } = deskWith();
    await desk.begin(FILE);
    await until('here');
    await desk.cancel('u');
    expect([heard.dropped, desk.sendings.value.size]).toEqual([['u'], 0]);
  });

  it('goes on with a file that was begun by another page', async () => {
    const { desk, heard, kept, until } = deskWith();
    heard.text = '0123';
    kept.received = 4;
    desk.resume({ ...kept }, FILE);
    await until('here');
    expect([heard.text, heard.pieces]).toEqual(['0123456789', 2]);
  });
});
