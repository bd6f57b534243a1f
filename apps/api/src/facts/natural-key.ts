import { hash } from 'node:crypto';
import { uuidOf } from './uuid-of.ts';

/** A row's id, which *is* its natural key. */
export function naturalId(sourceId: string, externalId: string): string {
  return uuidOf(sourceId, externalId);
}

/** The first 64 bits of sha256 of a row's normalised values: two rows with the same hash say the same. */
export function contentHash(values: readonly unknown[]): bigint {
  return BigInt.asIntN(64, BigInt(`0x${hash('sha256', JSON.stringify(values), 'hex').slice(0, 16)}`));
}
