import { type Ref, ref, type ShallowRef, shallowRef, triggerRef } from 'vue';
import type { UploadDto } from '#contracts/imports.dto.ts';
import { type PieceDoor, sendPieces } from './send-pieces.ts';

/** Where an upload is as this tab knows it; `asleep` is begun, and this tab does not have its file. */
export type SendingState = 'sending' | 'waiting' | 'paused' | 'failed' | 'here';

/** A file on its way from this tab. */
export interface Sending {
  upload: UploadDto;
  state: SendingState;
  secondsLeft: number | null;
  /** When it is tried again, by the clock; null unless it waits. */
  retryAt: number | null;
  error: unknown;
}

/** What the desk needs of the world around it. */
export interface DeskDoor {
  begin(file: File): Promise<UploadDto>;
  put(id: string, offset: number, piece: Blob, signal: AbortSignal): Promise<UploadDto>;
  look(id: string, signal: AbortSignal): Promise<UploadDto>;
  drop(id: string): Promise<void>;
  now(): number;
}

export interface UploadDesk {
  sendings: Readonly<ShallowRef<ReadonlyMap<string, Sending>>>;
  /** How many files are still to be begun with. */
  queued: Readonly<Ref<number>>;
  /** Begins with a new file; answers once Bedside knows of it. */
  begin(file: File): Promise<UploadDto>;
  /** Goes on with one that was begun, with its file. */
  resume(upload: UploadDto, file: File): void;
  pause(id: string): void;
  /** Goes on at once, also while it waits to try again. */
  goOn(id: string): void;
  cancel(id: string): Promise<void>;
}

/** Sends files while people go from page to page; it lives as long as the tab. */
export function openDesk(door: DeskDoor): UploadDesk {
  const sendings = shallowRef(new Map<string, Sending>());
  const files = new Map<string, File>();
  const stops = new Map<string, AbortController>();
  const wakers = new Map<string, () => void>();
  const queued = ref(0);

  function change(id: string, news: Partial<Sending>): void {
    const before = sendings.value.get(id);
    if (before === undefined) return;
    sendings.value.set(id, { ...before, ...news });
    triggerRef(sendings);
  }

  /** Waits, unless somebody says to go on at once. */
  const nap = (id: string, ms: number, signal: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const woken = (): void => {
        clearTimeout(timer);
        wakers.delete(id);
        resolve();
      };
      const timer = setTimeout(woken, ms);
      wakers.set(id, woken);
      signal.addEventListener('abort', () => {
        clearTimeout(timer);
        reject(signal.reason as Error);
      });
    });

  const doorOf = (id: string, file: File): PieceDoor => ({
    put: (from, to, signal) => door.put(id, from, file.slice(from, to), signal),
    look: (signal) => door.look(id, signal),
    wait: (ms, signal) => nap(id, ms, signal),
    now: door.now,
  });

  async function run(begun: UploadDto, file: File): Promise<void> {
    const { id } = begun;
    const stop = new AbortController();
    stops.set(id, stop);
    change(id, { state: 'sending', error: null, retryAt: null });
    try {
      const upload = await sendPieces(
        begun,
        doorOf(id, file),
        {
          onProgress: (now, secondsLeft) => {
            change(id, { upload: now, secondsLeft, state: 'sending', retryAt: null });
          },
          onTrouble: (ms) => {
            change(id, { state: 'waiting', retryAt: door.now() + ms });
          },
        },
        stop.signal,
      );
      files.delete(id);
      change(id, { upload, state: 'here', secondsLeft: null });
    } catch (error) {
      if (!stop.signal.aborted) change(id, { state: 'failed', error, retryAt: null });
    }
  }

  function resume(upload: UploadDto, file: File): void {
    stops.get(upload.id)?.abort();
    files.set(upload.id, file);
    sendings.value.set(upload.id, { upload, state: 'sending', secondsLeft: null, retryAt: null, error: null });
    triggerRef(sendings);
    void run(upload, file);
  }

  return {
    sendings,
    queued,
    resume,
    begin: async (file) => {
      queued.value += 1;
      try {
        const upload = await door.begin(file);
        resume(upload, file);
        return upload;
      } finally {
        queued.value -= 1;
      }
    },
    pause: (id) => {
      stops.get(id)?.abort();
      change(id, { state: 'paused', secondsLeft: null, retryAt: null });
    },
    goOn: (id) => {
      const waker = wakers.get(id);
      const sending = sendings.value.get(id);
      const file = files.get(id);
      if (sending?.state === 'waiting' && waker !== undefined) waker();
      else if (sending !== undefined && file !== undefined) void run(sending.upload, file);
    },
    cancel: async (id) => {
      stops.get(id)?.abort();
      await door.drop(id);
      files.delete(id);
      sendings.value.delete(id);
      triggerRef(sendings);
    },
  };
}
