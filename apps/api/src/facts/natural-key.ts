import { hash } from 'node:crypto';
import { uuidBytesOf, uuidOf } from './uuid-of.ts';

/** A row's id, which *is* its natural key. */
export function naturalId(sourceId: string, externalId: string): string {
  return uuidOf(sourceId, externalId);
}

/** The same as its sixteen bytes, for a row that is packed at once. */
export const naturalIdBytes = (sourceId: string, externalId: string): string => uuidBytesOf(sourceId, externalId);

/** The first 64 bits of sha256 of a row's normalised values: two rows with the same hash say the same. */
export function contentHash(values: readonly unknown[]): bigint {
  const digest = hash('sha256', JSON.stringify(values), 'latin1');
  for (let byte = 0; byte < 8; byte += 1) scratch.setUint8(byte, digest.charCodeAt(byte));
  return scratch.getBigInt64(0);
}

const scratch = new DataView(new ArrayBuffer(8));
