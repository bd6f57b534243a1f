import { createHmac, timingSafeEqual } from 'node:crypto';
import type { WebhookScheme } from '#contracts/webhook-scheme.ts';

/** What a request says of itself, header by header, and its body as the bytes that came. */
export interface SignedRequest {
  header(name: string): string | undefined;
  body: Buffer;
}

/** A delivery whose sender has the secret; the same delivery sent again has the same id. */
export interface Signed {
  messageId: string;
}

export type SignatureFault = 'unsigned' | 'wrong-signature' | 'outside-window';

/** What a scheme signs, and with what it should have come to. */
interface Claim {
  messageId: string;
  signedAtMs: number;
  signed: readonly (string | Buffer)[];
  /** The signatures that were sent, in base64; any of them may be right. */
  signatures: readonly string[];
}

/** So far a sender's clock may be off, and so long a delivery may be under way: five minutes. */
const WINDOW_MS = 5 * 60_000;
const LONGEST_ID = 300;
/** More signatures than secrets that overlap are no sender's. */
const SIGNATURES = 8;

/**
 * Whether a request was signed with one of the secrets, and just now. The signature is looked at before the time, so that
 * nobody without a secret learns anything about either.
 */
export function checkSignature(
  scheme: WebhookScheme,
  request: SignedRequest,
  secrets: readonly Buffer[],
  now: number,
): Signed | SignatureFault {
  const claim = scheme === 'zendesk' ? zendeskClaim(request) : standardClaim(request);
  if (claim === undefined) return 'unsigned';
  const { messageId, signedAtMs, signed, signatures } = claim;
  let right = false;
  for (const secret of secrets) {
    const hmac = createHmac('sha256', secret);
    for (const part of signed) hmac.update(part);
    const due = Buffer.from(hmac.digest('base64'));
    for (const signature of signatures) right = sameText(due, signature) || right;
  }
  if (!right) return 'wrong-signature';
  return Math.abs(now - signedAtMs) <= WINDOW_MS ? { messageId } : 'outside-window';
}

/** The Standard Webhooks specification: `webhook-id`, `webhook-timestamp` in seconds, `webhook-signature: v1,BASE64 …`. */
function standardClaim({ header, body }: SignedRequest): Claim | undefined {
  const id = header('webhook-id') ?? '';
  const timestamp = header('webhook-timestamp') ?? '';
  const signatures = (header('webhook-signature') ?? '')
    .split(' ')
    .flatMap((one) => (one.startsWith('v1,') ? [one.slice(3)] : []));
  if (id === '' || id.length > LONGEST_ID || !/^\d{1,12}$/.test(timestamp) || signatures.length === 0) return undefined;
  return {
    messageId: id,
    signedAtMs: Number(timestamp) * 1_000,
    signed: [`${id}.${timestamp}.`, body],
    signatures: signatures.slice(0, SIGNATURES),
  };
}

/** Zendesk signs the time and the body; it signs no id, so a delivery is known by its signature. */
function zendeskClaim({ header, body }: SignedRequest): Claim | undefined {
  const timestamp = header('x-zendesk-webhook-signature-timestamp') ?? '';
  const signature = header('x-zendesk-webhook-signature') ?? '';
  const signedAtMs = /^\d{4}-\d\d-\d\dT[\d:.]{5,15}(?:Z|[+-]\d\d:\d\d)$/.test(timestamp) ? Date.parse(timestamp) : NaN;
  if (signature === '' || Number.isNaN(signedAtMs)) return undefined;
  return { messageId: signature, signedAtMs, signed: [timestamp, body], signatures: [signature] };
}

/** Takes as long for a wrong signature as for the right one. */
function sameText(due: Buffer, given: string): boolean {
  const bytes = Buffer.from(given);
  return bytes.length === due.length && timingSafeEqual(bytes, due);
}
