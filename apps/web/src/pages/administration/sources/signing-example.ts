/** A few lines for a terminal that sign a delivery as Standard Webhooks says, and deliver it. */
export function signingExample(address: string, secret: string): string {
  return [
    `body='[{"externalId":"1","department":"CODE","respondedAt":"2026-11-22T09:00:00Z","csat":5}]'`,
    `id="msg_$(openssl rand -hex 12)"; at="$(date +%s)"`,
    `key="$(printf %s '${secret.replace(/^whsec_/, '')}' | base64 -d | od -An -v -tx1 | tr -d ' \\n')"`,
    `signature="$(printf %s "$id.$at.$body" | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$key" -binary | base64)"`,
    `curl '${address}' \\`,
    `  -H 'Content-Type: application/json' \\`,
    `  -H "webhook-id: $id" -H "webhook-timestamp: $at" -H "webhook-signature: v1,$signature" \\`,
    `  -d "$body"`,
  ].join('\n');
}

/** The same as Zendesk signs. */
export function zendeskExample(address: string, secret: string): string {
  return [
    `body='{"id":"1","status":"open","created_at":"2026-11-22T09:00:00Z","subject":"CODE"}'`,
    `at="$(date -u +%Y-%m-%dT%H:%M:%SZ)"`,
    `key="$(printf %s '${secret}' | od -An -v -tx1 | tr -d ' \\n')"`,
    `signature="$(printf %s "$at$body" | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$key" -binary | base64)"`,
    `curl '${address}' \\`,
    `  -H 'Content-Type: application/json' \\`,
    `  -H "X-Zendesk-Webhook-Signature-Timestamp: $at" -H "X-Zendesk-Webhook-Signature: $signature" \\`,
    `  -d "$body"`,
  ].join('\n');
}
