/** What tells whether a file is still being written. */
export interface FileLook {
  bytes: number;
  changedMs: number;
}

/** So long a file has to stay as it is before it is taken for whole; an empty one may only have been begun. */
const STILL_MS = 3_000;
const EMPTY_STILL_MS = 60_000;

/** Remembers how files looked, to tell which have stayed as they are. */
export class StillFiles {
  private readonly looks = new Map<string, FileLook & { since: number }>();

  constructor(private readonly stillMs = STILL_MS) {}

  /** True once a file has been looking the same for long enough; network shares tell of no change themselves. */
  isStill(path: string, { bytes, changedMs }: FileLook, now: number): boolean {
    const before = this.looks.get(path);
    if (before === undefined || before.bytes !== bytes || before.changedMs !== changedMs) {
      this.looks.set(path, { bytes, changedMs, since: now });
      return false;
    }
    return now - before.since >= (bytes === 0 ? Math.max(EMPTY_STILL_MS, this.stillMs) : this.stillMs);
  }

  /** Forgets files that are not there any more. */
  keepOnly(paths: ReadonlySet<string>): void {
    for (const path of this.looks.keys()) if (!paths.has(path)) this.looks.delete(path);
  }
}
