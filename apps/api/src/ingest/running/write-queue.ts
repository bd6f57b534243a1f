/**
 * Lets a few batches be written at once. A batch that holds a row which is still being written waits for it, so that
 * within one sending the last word on a row wins.
 */
export class WriteQueue {
  private readonly running = new Map<Promise<void>, ReadonlySet<string>>();
  private failure: { error: unknown } | undefined;

  constructor(private readonly width: number) {}

  /** Resolves when the batch has begun to be written; throws what an earlier one failed with. */
  async push(ids: readonly string[], write: () => Promise<void>): Promise<void> {
    for (const [writing, held] of [...this.running]) {
      if (ids.some((id) => held.has(id))) await writing;
    }
    while (this.running.size >= this.width) await Promise.race(this.running.keys());
    this.throwFailure();
    const writing: Promise<void> = write()
      .catch((error: unknown) => {
        this.failure ??= { error };
      })
      .finally(() => this.running.delete(writing));
    this.running.set(writing, new Set(ids));
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
