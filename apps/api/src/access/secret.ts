import { createHash, randomBytes } from 'node:crypto';
import { isUuid } from '../database/scope.ts';

/** Enough that nobody guesses one: 256 bits. */
const BYTES = 32;

/** What a browser, a link or a machine carries: the organisation it belongs to, and a secret of which only the hash is kept. */
export interface Token {
  organisationId: string;
  secretHash: Buffer;
}

/** A new secret in an organisation: its text, told once, and its hash, which is kept. */
export function newToken(organisationId: string): { text: string; secretHash: Buffer } {
  const secret = randomBytes(BYTES).toString('base64url');
  return { text: `${organisationId.replaceAll('-', '')}_${secret}`, secretHash: hashSecret(secret) };
}

/** Reads a token as somebody sent it; undefined for what can be none. */
export function readToken(text: string): Token | undefined {
  const [, packed = '', secret = ''] = /^([0-9a-f]{32})_([\w-]{43})$/.exec(text) ?? [];
  const organisationId = packed.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return isUuid(organisationId) ? { organisationId, secretHash: hashSecret(secret) } : undefined;
}

/** A secret of 256 random bits needs no slow hash: there is nothing to guess from. */
function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
