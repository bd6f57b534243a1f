import { hash } from 'node:crypto';

/** The first 128 bits of sha256 over parts joined by a separator no part holds, spelled as a uuid. */
export function uuidOf(...parts: readonly (string | null)[]): string {
  return spelledAsUuid(hash('sha256', parts.join('\x1f'), 'hex'));
}

/** The same as its sixteen bytes, each a character: for what is only packed. */
export const uuidBytesOf = (...parts: readonly (string | null)[]): string =>
  hash('sha256', parts.join('\x1f'), 'latin1').slice(0, 16);

/** Where the digits of a uuid stand. */
const PLACES = Array.from('xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx', (mark, place) =>
  mark === '-' ? [] : [place],
).flat();
const spelling = Buffer.alloc(36, '-');

/** The first 32 hexadecimal digits, spelled as a uuid: one flat string, where joined pieces would take five times as much. */
export function spelledAsUuid(hex: string): string {
  for (let digit = 0; digit < 32; digit += 1) spelling[PLACES[digit] ?? 0] = hex.charCodeAt(digit);
  return spelling.toString('latin1', 0, 36);
}
