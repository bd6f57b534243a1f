import { createHash } from 'node:crypto';
import { ConflictException } from '@nestjs/common';

/** A short name for a state somebody reads, that comes back with their change of it. */
export function versionOf(state: object): string {
  return createHash('sha256').update(JSON.stringify(state)).digest('hex').slice(0, 16);
}

/**
 * Of two people who change the same thing, the slower one is told, and nobody's work is undone in silence. A script that
 * sets a state whatever it was reads none, and is not asked.
 */
export function refuseStale(read: string | undefined, state: object): void {
  if (read !== undefined && read !== versionOf(state)) throw changedMeanwhile();
}

/** Tells the slower of two editors; the pages have words of their own for the reason. */
export const changedMeanwhile = (): ConflictException =>
  new ConflictException({
    statusCode: 409,
    message: 'Somebody else changed this since you read it: read it again, then decide.',
    error: 'Conflict',
    reason: 'changed-meanwhile',
  });
