import { createHmac } from 'node:crypto';

/**
 * External ids for rows that bring none: a hash of what the row says, under the organisation's own key so that nobody
 * can guess at words that were masked, and the number of its occurrence, so that the
 * same file again gives the same ids and two patients who answered alike stay two. Identical hashes of 48 bits share
 * a counter, which costs nothing but a number.
 */
export class Occurrences {
  private readonly counts = new Map<number, number>();

  externalIdOf(values: readonly unknown[], key: Buffer): string {
    const digest = createHmac('sha256', key).update(JSON.stringify(values)).digest('hex');
    return `row-${digest.slice(0, 32)}-${this.next(digest)}`;
  }

  /** How many times this digest has come by, with this one. */
  next(digest: string): number {
    const short = parseInt(digest.slice(0, 12), 16);
    const occurrence = (this.counts.get(short) ?? 0) + 1;
    this.counts.set(short, occurrence);
    return occurrence;
  }
}
