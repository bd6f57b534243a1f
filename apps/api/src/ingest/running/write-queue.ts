/**
 * Lets a few batches be written at once. A batch that holds a row which is still being written waits for it, so that
 * within one sending the last word on a row wins.
 */
export class WriteQueue {
  private readonly running = new Map<Promise<void>, Float64Array>();
  private failure: { error: unknown } | undefined;

  constructor(private readonly width: number) {}

  /**
   * Resolves when the batch has begun to be written; throws what an earlier one failed with. `keys` stand in order for
   * the rows it holds; two rows with the same key are taken for one.
   */
  async push(keys: Float64Array, write: () => Promise<void>): Promise<void> {
    for (const [writing, held] of [...this.running]) {
      if (share(keys, held)) await writing;
    }
    while (this.running.size >= this.width) await Promise.race(this.running.keys());
    this.throwFailure();
    const writing: Promise<void> = write()
      .catch((error: unknown) => {
        this.failure ??= { error };
      })
      .finally(() => this.running.delete(writing));
    this.running.set(writing, keys);
  }

  /** Resolves when everything is written. */
  async drain(): Promise<void> {
    await Promise.all(this.running.keys());
    this.throwFailure();
  }

  private throwFailure(): void {
    if (this.failure !== undefined) throw this.failure.error;
  }
}

/** True where two lists in order have something in common. */
function share(one: Float64Array, other: Float64Array): boolean {
  let at = 0;
  for (let place = 0; place < one.length; place += 1) {
    const key = one[place] ?? 0;
    while (at < other.length && (other[at] ?? 0) < key) at += 1;
    if (other[at] === key) return true;
  }
  return false;
}
