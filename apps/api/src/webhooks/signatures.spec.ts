import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { checkSignature } from './signatures.ts';
import { keyOf, newWebhookSecret } from './webhook-secret.ts';

const key = (text: string): Buffer => keyOf('standard-webhooks', text) ?? Buffer.alloc(0);
const request = (headers: Record<string, string>, body: string) => ({
  header: (name: string) => headers[name],
  body: Buffer.from(body),
});

/** The example that implementations of Standard Webhooks are checked against. */
const EXAMPLE = {
  secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  timestamp: '1614265330',
  body: '{"test": 2432232314}',
  signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
};
const SIGNED_AT = 1_614_265_330_000;

const standard = (more: Record<string, string> = {}, body = EXAMPLE.body) =>
  request(
    {
      'webhook-id': EXAMPLE.id,
      'webhook-timestamp': EXAMPLE.timestamp,
      'webhook-signature': EXAMPLE.signature,
      ...more,
    },
    body,
  );

describe('the signature of Standard Webhooks', () => {
  const check = (sent = standard(), secrets = [EXAMPLE.secret], now = SIGNED_AT) =>
    checkSignature('standard-webhooks', sent, secrets.map(key), now);
  const right = { messageId: EXAMPLE.id };

  it('is right where the published example is', () => expect(check()).toEqual(right));

  it.each([
    ['another body', standard({}, '{"test": 2432232315}')],
    ['another id', standard({ 'webhook-id': 'msg_other' })],
    ['another time', standard({ 'webhook-timestamp': '1614265331' })],
    ['half of itself', standard({ 'webhook-signature': EXAMPLE.signature.slice(0, 30) })],
    ['capitals', standard({ 'webhook-signature': EXAMPLE.signature.toUpperCase().replace('V1', 'v1') })],
  ])('is wrong for %s', (_, sent) => expect(check(sent)).toBe('wrong-signature'));

  it.each([
    ['no id', standard({ 'webhook-id': '' })],
    ['no time', standard({ 'webhook-timestamp': '' })],
    ['a time in words', standard({ 'webhook-timestamp': 'yesterday' })],
    ['no signature', standard({ 'webhook-signature': '' })],
    ['only a signature of another sort', standard({ 'webhook-signature': EXAMPLE.signature.replace('v1', 'v1a') })],
    ['an endless id', standard({ 'webhook-id': 'x'.repeat(301) })],
  ])('is none with %s', (_, sent) => expect(check(sent)).toBe('unsigned'));

  it('may stand among others, made with other secrets or of another sort', () => {
    const among = `v1a,${'A'.repeat(86)}== v1,${Buffer.alloc(32).toString('base64')} ${EXAMPLE.signature}`;
    expect(check(standard({ 'webhook-signature': among }))).toEqual(right);
  });

  it('may be made with either of two secrets, and with no third', () => {
    const [one, other] = [newWebhookSecret('standard-webhooks'), newWebhookSecret('standard-webhooks')];
    expect(check(standard(), [one, EXAMPLE.secret])).toEqual(right);
    expect(check(standard(), [EXAMPLE.secret, one])).toEqual(right);
    expect(check(standard(), [one, other])).toBe('wrong-signature');
    expect(check(standard(), [])).toBe('wrong-signature');
  });

  it.each([
    [-300, right],
    [-301, 'outside-window'],
    [300, right],
    [301, 'outside-window'],
  ])('is taken by a clock that is off by %i seconds as %o', (seconds, due) =>
    expect(check(standard(), [EXAMPLE.secret], SIGNED_AT + seconds * 1_000)).toEqual(due),
  );

  it('tells whoever has no secret nothing about the time', () => {
    const stranger = newWebhookSecret('standard-webhooks');
    expect(check(standard(), [stranger], SIGNED_AT + 10 ** 9)).toBe('wrong-signature');
  });
});

describe('the signature of Zendesk', () => {
  const secret = 'dGhpc19pc19hX3NlY3JldF9mb3JfdGVzdGluZw==';
  const at = '2026-11-22T08:00:00Z';
  const body = '{"id":"35436","status":"open"}';
  const signed = createHmac('sha256', secret).update(`${at}${body}`).digest('base64');
  const zendesk = (more: Record<string, string> = {}, said = body) =>
    request({ 'x-zendesk-webhook-signature': signed, 'x-zendesk-webhook-signature-timestamp': at, ...more }, said);
  const check = (sent = zendesk(), now = Date.parse(at)) =>
    checkSignature('zendesk', sent, [keyOf('zendesk', secret) ?? Buffer.alloc(0)], now);

  it('is over the time and the body, with the secret as it is written', () =>
    expect(check()).toEqual({ messageId: signed }));

  it('is wrong for another body, and for another time', () => {
    expect(check(zendesk({}, `${body} `))).toBe('wrong-signature');
    expect(check(zendesk({ 'x-zendesk-webhook-signature-timestamp': '2026-11-22T08:00:01Z' }))).toBe('wrong-signature');
  });

  it('is none without either header, or as Standard Webhooks signs', () => {
    expect(check(zendesk({ 'x-zendesk-webhook-signature': '' }))).toBe('unsigned');
    expect(check(zendesk({ 'x-zendesk-webhook-signature-timestamp': '1614265330' }))).toBe('unsigned');
    expect(check(standard())).toBe('unsigned');
  });

  it('holds for five minutes to either side', () => {
    expect(check(zendesk(), Date.parse(at) + 300_000)).toEqual({ messageId: signed });
    expect(check(zendesk(), Date.parse(at) + 300_001)).toBe('outside-window');
    expect(check(zendesk(), Date.parse(at) - 300_001)).toBe('outside-window');
  });
});

describe('a secret', () => {
  it('is new each time, and one that it can be signed with', () => {
    for (const scheme of ['standard-webhooks', 'zendesk'] as const) {
      const [one, other] = [newWebhookSecret(scheme), newWebhookSecret(scheme)];
      expect(one).not.toBe(other);
      expect(keyOf(scheme, one)?.length).toBeGreaterThanOrEqual(32);
    }
  });

  it.each(['whsec_', 'whsec_c2hvcnQ=', 'whsec_no base64 at all, but long', ''])('is never %j', (text) =>
    expect(keyOf('standard-webhooks', text)).toBeUndefined(),
  );
});
