import type { Signer } from '../database/signer.ts';
import { type AuditEntry, type ChainPlace, headText } from './audit-event.ts';

/** Where a chain ends, and the signature found with it. */
export interface Head extends ChainPlace {
  /** Base64; null for a head nobody signed. */
  signature: string | null;
}

export const KEY_BEGAN = 'audit-key.began';

/** What an event of that kind tells. */
export interface KeyBegan {
  /** The key that signs from here on; null where none does any more. */
  publicKey: string | null;
  /** What the head before it was signed with, for those who know the key of then. */
  signature: string | null;
}

/**
 * The event that has to come first where a head was not signed by the key at hand. So nobody can rewrite a chain and
 * have Bedside go on from it and sign it as its own: where its signatures begin is on the trail for good.
 */
export function keyBegan(organisationId: string, head: Head, signer: Signer | undefined): AuditEntry | null {
  if (signer === undefined && head.signature === null) return null;
  const own =
    head.signature !== null && signer?.signed(headText(organisationId, head), Buffer.from(head.signature, 'base64'));
  if (own) return null;
  return {
    action: KEY_BEGAN,
    details: { publicKey: signer?.publicKey ?? null, signature: head.signature } satisfies KeyBegan,
  };
}
