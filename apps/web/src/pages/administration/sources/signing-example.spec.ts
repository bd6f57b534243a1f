import { describe, expect, it } from '@jest/globals';
import { signingExample, zendeskExample } from './signing-example.ts';

const ADDRESS = 'https://bedside.hospital.example/api/v1/webhooks/abc';

describe('the example of signing', () => {
  it('signs id, time and body with the secret without its prefix', () => {
    const lines = signingExample(ADDRESS, 'whsec_c2VjcmV0');
    expect(lines).toContain(`printf %s 'c2VjcmV0' | base64 -d`);
    expect(lines).toContain('"$id.$at.$body"');
    expect(lines).toContain(`curl '${ADDRESS}'`);
    expect(lines).toContain('webhook-signature: v1,$signature');
  });

  it('signs time and body for Zendesk, with the secret as it is written', () => {
    const lines = zendeskExample(ADDRESS, 'c2VjcmV0');
    expect(lines).toContain(`printf %s 'c2VjcmV0' | od`);
    expect(lines).toContain('"$at$body"');
    expect(lines).toContain('X-Zendesk-Webhook-Signature: $signature');
  });
});
