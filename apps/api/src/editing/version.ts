import { createHash } from 'node:crypto';
import { ConflictException } from '@nestjs/common';

/** A short name for a state somebody reads, that comes back with their change of it. */
export function versionOf(state: object): string {
  return createHash('sha256').update(JSON.stringify(state)).digest('hex').slice(0, 16);
}

/** Of two people who change the same thing, the slower one is told, and nobody's work is undone in silence. */
export function refuseStale(read: string, state: object): void {
  if (read !== versionOf(state)) throw new ConflictException(STALE);
}

const STALE = 'Somebody else changed this since you read it: read it again, then decide.';
