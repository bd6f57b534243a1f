import { hash } from 'node:crypto';

/** A row's id: the first 128 bits of sha256 over source and external id, spelled as a uuid. It *is* the natural key. */
export function naturalId(sourceId: string, externalId: string): string {
  const hex = hash('sha256', `${sourceId}\x1f${externalId}`, 'hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}

/** The first 64 bits of sha256 of a row's normalised values: two rows with the same hash say the same. */
export function contentHash(values: readonly unknown[]): bigint {
  return BigInt.asIntN(64, BigInt(`0x${hash('sha256', JSON.stringify(values), 'hex').slice(0, 16)}`));
}
