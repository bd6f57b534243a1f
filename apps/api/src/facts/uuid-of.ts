import { hash } from 'node:crypto';

/** The first 128 bits of sha256 over parts joined by a separator no part holds, spelled as a uuid. */
export function uuidOf(...parts: readonly (string | null)[]): string {
  return spelledAsUuid(hash('sha256', parts.join('\x1f'), 'hex'));
}

/** The first 32 hexadecimal digits, spelled as a uuid. */
export function spelledAsUuid(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}
