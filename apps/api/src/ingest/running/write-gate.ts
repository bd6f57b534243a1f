/**
 * Lets so many batches be written at once, of all imports together and in the order they came: however many imports
 * run, people who look at a page still find a connection free.
 */
export class WriteGate {
  private readonly waiting: (() => void)[] = [];
  private inside = 0;

  constructor(private readonly width: number) {}

  async pass<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.inside === this.width) await new Promise<void>((enter) => this.waiting.push(enter));
    else this.inside += 1;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.inside -= 1;
      else next();
    }
  }
}
