import { randomBytes } from 'node:crypto';
import type { WebhookScheme } from '#contracts/webhook-scheme.ts';

const PREFIX = 'whsec_';
const NEW_BYTES = 32;
const LEAST_BYTES = 16;
const MOST_BYTES = 512;

/** A new secret, for senders that are given one. */
export const newWebhookSecret = (scheme: WebhookScheme): string =>
  scheme === 'zendesk' ? randomBytes(NEW_BYTES).toString('base64') : PREFIX + randomBytes(NEW_BYTES).toString('base64');

/** The key that a secret stands for; undefined for what can be none. Zendesk signs with the text of it as it stands. */
export function keyOf(scheme: WebhookScheme, secret: string): Buffer | undefined {
  const key = scheme === 'zendesk' ? Buffer.from(secret) : standardKey(secret);
  return key === undefined || key.length < LEAST_BYTES || key.length > MOST_BYTES ? undefined : key;
}

function standardKey(secret: string): Buffer | undefined {
  const text = secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : secret;
  const key = Buffer.from(text, 'base64');
  const isBase64 = key.toString('base64').replace(/=+$/, '') === text.replace(/=+$/, '');
  return isBase64 ? key : undefined;
}

/** What a secret has to be, for whoever typed another. */
export const NO_SECRET: Readonly<Record<WebhookScheme, string>> = {
  'standard-webhooks': 'secret must be what the sender shows: whsec_ and 24 or more characters of base64',
  zendesk: 'secret must be the signing secret that Zendesk shows for its webhook',
};
