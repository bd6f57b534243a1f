import { createHmac, randomUUID } from 'node:crypto';
import type { TestApp } from '../app/test-app.ts';

export interface Signing {
  secret: string;
  id?: string;
  /** When it says it was signed. */
  atMs?: number;
}

/** What a sender of Standard Webhooks sends along, made from the specification and nothing of ours. */
export function standardHeaders(body: string, { secret, id = `msg_${randomUUID()}`, atMs = Date.now() }: Signing) {
  const timestamp = String(Math.floor(atMs / 1_000));
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}

/** What Zendesk sends along. */
export function zendeskHeaders(body: string, { secret, atMs = Date.now() }: Signing) {
  const timestamp = new Date(atMs).toISOString();
  return {
    'x-zendesk-webhook-signature-timestamp': timestamp,
    'x-zendesk-webhook-signature': createHmac('sha256', secret).update(`${timestamp}${body}`).digest('base64'),
  };
}

/** Delivers a body with such headers, as a machine without any cookie or key. */
export const deliver = ({ app }: Pick<TestApp, 'app'>, path: string, body: string, headers: Record<string, string>) =>
  app.inject({
    method: 'POST',
    url: path,
    headers: { 'content-type': 'application/json', ...headers },
    payload: body,
  });
