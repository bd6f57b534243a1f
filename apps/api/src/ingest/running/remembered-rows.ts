/** Rows of a file that are remembered by what they said; in larger files, one that comes again late counts as new. */
const MOST = 200_000;

/** What rows that went by in a rehearsal said, by their ids. */
export class RememberedRows {
  private readonly hashes = new Map<string, string>();

  hashOf(id: string): string | undefined {
    return this.hashes.get(id);
  }

  remember(id: string, hash: string): void {
    if (this.hashes.size < MOST || this.hashes.has(id)) this.hashes.set(id, hash);
  }
}
